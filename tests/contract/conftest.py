"""What the contract tests share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheels of the library and of the example plugin, built from this checkout without any download."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheels")
    built = {}
    for name, source in (("codearena", ROOT), ("codearena_example", ROOT / "plugins" / "codearena-example")):
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
        made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        assert made.returncode == 0, made.stdout + made.stderr
        (built[name],) = folder.glob(f"{name}-*.whl")
    return built
