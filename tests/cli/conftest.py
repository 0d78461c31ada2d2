"""How the tests of the command line call it: in this process, or as a program of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from codearena.cli.main import main
from codearena.tasks.bundled import SUITE

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command in this process."""

    def run(*arguments: object) -> Ran:
        status = main([str(each) for each in arguments])
        return Ran(status, *capsys.readouterr())

    return run


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a program: this checkout, a temporary folder of its own, and nothing that changes output."""
    (tmp_path / "temporary").mkdir()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    path = os.pathsep.join([str(ROOT), *(each for each in sys.path if each)])
    return {**kept, "PYTHONPATH": path, "PYTHONUTF8": "1", "TMPDIR": str(tmp_path / "temporary")}


@pytest.fixture
def program(tmp_path: Path, environment: dict[str, str]) -> Callable[..., Ran]:
    """Run a command as a program of its own, in the test's folder."""

    def run(*arguments: object, stdin: bytes = b"", prefix: tuple[str, ...] = ("-m", "codearena.cli"), **variables: str) -> Ran:
        command = [sys.executable, *prefix, *(str(each) for each in arguments)]
        ran = subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, env=environment | variables, timeout=60, check=False)
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    return run


@pytest.fixture
def task(tmp_path: Path) -> Callable[..., Path]:
    """Copy a bundled task's folder, with another limit of CPU time or without some of its files."""

    def copy(*, cpu_seconds: float = 2.0, without: tuple[str, ...] = ()) -> Path:
        folder = tmp_path / "task"
        shutil.copytree(SUITE / "easy" / "average-list", folder)
        settings = folder / "task.toml"
        settings.write_text(settings.read_text().replace("cpu_seconds = 2", f"cpu_seconds = {cpu_seconds}"))
        for name in without:
            (folder / name).unlink()
        return folder

    return copy


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    """Write files, named by keyword; return their paths in that order."""

    def write(**contents: str | bytes) -> list[Path]:
        paths = []
        for name, content in contents.items():
            path = tmp_path / f"{name}.py"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        return paths

    return write


@pytest.fixture
def without_landlock(tmp_path: Path) -> tuple[str, ...]:
    """The command line's arguments to the interpreter on a machine without Landlock: a filter has the kernel deny it.

    Not offered where this architecture's filter cannot be built.
    """
    from codearena.sandbox.isolation.kernel import SUPPORTED

    if not SUPPORTED:
        pytest.skip("NOT SHOWN: needs Linux on x86-64 or aarch64")
    script = tmp_path / "without_landlock.py"
    script.write_text(_WITHOUT_LANDLOCK)
    return (str(script),)


_WITHOUT_LANDLOCK = """
import errno, sys
from codearena.cli.main import main
from codearena.sandbox.isolation import seccomp
from codearena.sandbox.isolation.kernel import PR_SET_NO_NEW_PRIVS, prctl

prctl(PR_SET_NO_NEW_PRIVS, 1)
denied = [seccomp._NUMBER, *seccomp._when(444, [seccomp._deny(errno.ENOSYS)]), seccomp._OK]
seccomp.install(b"".join(denied))
sys.exit(main())
"""
