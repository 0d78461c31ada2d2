"""``codearena tasks new``: the folder of a task, and what comes next."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_it_names_every_file_and_the_next_step(cli: Callable[..., Any], tmp_path: Path) -> None:
    ran = cli("tasks", "new", "mine/peaks", "--into", tmp_path)
    assert (ran.status, ran.err) == (0, "")
    *files, following = ran.out.splitlines()
    folder = tmp_path / "peaks"
    assert files == [f"wrote  {path}" for path in sorted(path for path in folder.rglob("*") if path.is_file())]
    assert following.endswith(f"codearena tasks check {folder}")
    assert not (folder / "properties.py").exists()
    assert not (folder / "workload.py").exists()


def test_the_next_step_it_names_says_that_the_task_is_sound(cli: Callable[..., Any], tmp_path: Path) -> None:
    into = tmp_path / "my tasks"
    into.mkdir()
    ran = cli("tasks", "new", "mine/peaks", "--into", into, "--properties", "--workload")
    assert {"properties.py", "workload.py"} <= {path.name for path in (into / "peaks").iterdir()}
    program, *command = shlex.split(ran.out.splitlines()[-1].partition(": ")[2])
    assert program == "codearena"
    checked = cli(*command)
    assert (checked.status, checked.err) == (0, "")
    assert checked.out.startswith("sound    mine/peaks  (")


def test_it_writes_here_unless_told_otherwise(cli: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("tasks", "new", "mine/peaks").status == 0
    assert (tmp_path / "peaks" / "task.toml").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("peaks",), "codearena: 'peaks' is no id of a task; expected FAMILY/NAME, such as mine/average"),
        (("mine/there",), "there is there already; remove it, choose another name, or write into another folder"),
        (("mine/peaks", "--into", "nowhere"), "codearena: nowhere is not a folder, so no task can be written into it"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    cli: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    ran = cli("tasks", "new", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_all_that_was_written_is_shown_on_demand(cli: Callable[..., Any], tmp_path: Path) -> None:
    cli("tasks", "new", "mine/peaks", "--into", tmp_path, "--properties", "--workload")
    folder = tmp_path / "peaks"
    everything, seen = cli("tasks", "show", folder, "--all").out, cli("tasks", "show", folder).out
    for name in ("reference.py", "properties.py", "workload.py", "tests/test_hidden.py", "right/slow.py", "wrong/from_zero.py"):
        text = (folder / name).read_text().rstrip()
        assert text in everything
        assert text not in seen
