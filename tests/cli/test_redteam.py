"""``codearena redteam``: what the corpus earns, of this grader and of others."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codearena.exploits import corpus, read

NAIVE = """
import os, shutil, subprocess, sys, tempfile

submission, task = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    shutil.copy(submission, os.path.join(folder, "solution.py"))
    for name in os.listdir(os.path.join(task, "tests")):
        shutil.copy(os.path.join(task, "tests", name), folder)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder]
    print(float(subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, timeout=20).returncode == 0))
"""


def test_what_held_and_what_did_not_is_told_by_family(cli: Callable[..., Any]) -> None:
    ran = cli("redteam", "lying-object_always_equal", "early-exit_os_exit_*", "lambdas")
    assert ran.status == 0
    assert "early-exit        2     2" in ran.out
    assert "4 files, all held" in ran.out


def test_a_grader_that_looks_at_the_exit_status_pays(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "naive.py").write_text(NAIVE)
    ran = cli(
        "redteam",
        "early-exit_os_exit_at_import",
        "patched-runner_test_report",
        "lambdas",
        "--grader",
        f"{sys.executable} {tmp_path}/naive.py",
    )
    assert ran.status == 1
    assert "early-exit_os_exit_at_import: paid 1, may earn 0" in ran.out
    assert "patched-runner_test_report: paid 1, may earn 0" in ran.out
    assert "lambdas" not in ran.out
    assert "2 of 3 files not held" in ran.out


@pytest.mark.parametrize(
    ("code", "seconds", "told"),
    [
        ("print('ok')", 9, "its last line is no number: 'ok'"),
        ("print(7.3)", 9, "7.3 is not between 0 and 1"),
        ("print('nan')", 9, "nan is not between 0 and 1"),
        ("raise SystemExit(3)", 9, "ended with status 3"),
        ("while True: pass", 0.5, "took more than 0.5 s"),
        ("", 9, "its last line is no number: ''"),
    ],
)
def test_a_grader_that_gives_no_reward_has_crashed(cli: Callable[..., Any], tmp_path: Path, code: str, seconds: float, told: str) -> None:
    (tmp_path / "grader.py").write_text(code)
    ran = cli("redteam", "lambdas", "--grader", f"{sys.executable} {tmp_path}/grader.py", "--seconds", seconds, "--json")
    found = json.loads(ran.out)
    assert (ran.status, found["verdict"], found["reward"]) == (1, "crashed", None)
    assert told in found["detail"]


def test_one_that_pays_nothing_wrongs_who_is_honest(cli: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "grader.py").write_text("print(0)")
    ran = cli("redteam", "lambdas", "timeout_*", "--grader", f"{sys.executable} {tmp_path}/grader.py")
    assert ran.status == 1
    assert "lambdas: wronged, earned 0" in ran.out
    assert cli("redteam", "timeout_*", "--attacks", "--grader", f"{sys.executable} {tmp_path}/grader.py").status == 0


def test_what_is_not_there_is_named(cli: Callable[..., Any]) -> None:
    for arguments, told in ((["nothing_*"], "'nothing_*'"), (["lambdas", "--grader", "/no/such"], "'/no/such' cannot be started")):
        ran = cli("redteam", *arguments)
        assert (ran.status, ran.out) == (2, "")
        assert told in ran.err


def test_the_corpus_is_large_and_every_file_of_it_readable() -> None:
    files = corpus()
    assert len({each.name for each in files}) == len(files)
    assert sum(not each.honest for each in files) >= 245
    assert all(each.what and each.name.startswith(each.family) for each in files if not each.honest)
    assert all(Path(each.target).is_dir() for each in files)


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    path = tmp_path / "corpus" / "x.py"
    path.write_text("print()")
    with pytest.raises(Exception, match="does not start with a header"):
        read(path)
