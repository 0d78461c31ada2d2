"""Ordinary pytest files say the same through two processes as they do in one.

Each folder of ``suites`` holds a pytest file and two solutions, a good one and a broken one. Both run under plain pytest
and in the sandbox; every outcome must be the same.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import codearena as ca

SUITES = sorted(path for path in (Path(__file__).parent / "suites").iterdir() if path.is_dir())
DIFFERENT = {
    # pytest reports a test whose subtests failed as passed, beside the failed subtests; here it has failed.
    ("unittest", "broken", "test_suite.py::T::test_uniq"),
}


def task_of(folder: Path) -> ca.Task:
    tests = (ca.TestFile(name="test_suite.py", text=(folder / "suite.py").read_text()),)
    return ca.Task(id=folder.name, prompt="", reference=(folder / "good.py").read_text(), tests=tests)


def plain_outcomes(folder: Path, which: str, scratch: Path) -> dict[str, bool]:
    """Return for each test whether it passes under plain pytest."""
    (scratch / "solution.py").write_text((folder / f"{which}.py").read_text())
    (scratch / "test_suite.py").write_text((folder / "suite.py").read_text())
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-rA",
        "--tb=no",
        "-p",
        "no:cacheprovider",
        "-c",
        os.devnull,
        "--rootdir",
        ".",
        "test_suite.py",
    ]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, timeout=60, check=False)
    lines = re.finditer(r"^(PASSED|FAILED|ERROR) (test_suite\.py::\S+)", done.stdout, re.MULTILINE)
    return {line[2]: line[1] == "PASSED" for line in lines}


def our_outcomes(arena: ca.Arena, folder: Path, which: str) -> dict[str, bool]:
    task = task_of(folder)
    tests = arena.registration(task).tests
    part = arena.grade((folder / f"{which}.py").read_text(), task).components["tests"]
    if any(finding.rule == "tests.not-run" for finding in part.findings):
        return dict.fromkeys(tests, False)
    failed = {finding.message.split(": ")[0] for finding in part.findings}
    return {test: test not in failed for test in tests}


@pytest.mark.parametrize("which", ["good", "broken"])
@pytest.mark.parametrize("folder", SUITES, ids=lambda folder: folder.name)
def test_every_outcome_is_that_of_plain_pytest(arena: ca.Arena, folder: Path, which: str, tmp_path: Path) -> None:
    ours, plain = our_outcomes(arena, folder, which), plain_outcomes(folder, which, tmp_path)
    different = {test for test, passed in ours.items() if plain.get(test, False) is not passed}
    assert {(folder.name, which, test) for test in different} <= DIFFERENT
    assert len(ours) >= 2
    assert all(ours.values()) is (which == "good")
