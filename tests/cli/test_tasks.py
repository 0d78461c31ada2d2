"""``codearena tasks``: list, show, check."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from codearena.tasks.bundled import Bundled

AVERAGE = "easy/average-list"


def test_the_list_has_every_task_and_how_many_tests_it_has(cli: Callable[..., Any]) -> None:
    rows = json.loads(cli("tasks", "list", "--json").out)
    assert [row["id"] for row in rows] == Bundled().ids()
    (average,) = [row for row in rows if row["id"] == AVERAGE]
    assert average == {"id": AVERAGE, "difficulty": "easy", "family": "easy", "title": "Average of a list", "tests": 11}


def test_the_list_is_a_line_per_task(cli: Callable[..., Any]) -> None:
    ran = cli("tasks", "list")
    lines = ran.out.splitlines()
    assert lines[0].split() == ["id", "difficulty", "family", "title", "tests"]
    assert [line.split()[0] for line in lines[1:]] == Bundled().ids()


def test_a_solver_sees_no_hidden_test_and_no_reference(cli: Callable[..., Any]) -> None:
    out = cli("tasks", "show", AVERAGE).out
    task = Bundled().load(AVERAGE)
    assert task is not None
    for expected in ("Average of a list", "The code does not even start", "def average(numbers)\n", "def test_whole_numbers", "2 s CPU"):
        assert expected in out
    for unseen in ("test_hidden", "test_negative_numbers", "wrong/", "right/", "reference.py", task.reference.strip()):
        assert unseen not in out


def test_everything_is_shown_on_demand(cli: Callable[..., Any]) -> None:
    out = cli("tasks", "show", AVERAGE, "--all").out
    task = Bundled().load(AVERAGE)
    assert task is not None
    for text in (task.reference, *(test.text for test in task.tests), *(text for _, text in (*task.right, *task.wrong))):
        assert text.rstrip() in out
    assert "tests/test_hidden.py (hidden)" in out


def test_a_long_line_is_not_broken_for_other_programs(cli: Callable[..., Any], task: Callable[..., Any]) -> None:
    folder = task()
    (folder / "starter.py").write_text(f"x = [{'1, ' * 200}]\n")
    assert f"x = [{'1, ' * 200}]" in cli("tasks", "show", folder).out


@pytest.mark.parametrize("action", ["show", "check"])
def test_an_unknown_task_is_named_with_the_nearest(cli: Callable[..., Any], action: str) -> None:
    ran = cli("tasks", action, "easy/average")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean 'easy/average-list'?" in ran.err


def test_checking_says_what_is_sound(cli: Callable[..., Any]) -> None:
    ran = cli("tasks", "check", AVERAGE)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"sound    {AVERAGE}  (")


def test_checking_says_what_is_not(cli: Callable[..., Any], task: Callable[..., Any]) -> None:
    folder = task()
    (folder / "wrong" / "right.py").write_text((folder / "reference.py").read_text())
    ran = cli("tasks", "check", folder, AVERAGE)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[:2] == [
        f"UNSOUND  {AVERAGE}",
        "    wrong/right.py: expected a reward below 0.7, unsolved; got 1, solved",
    ]
    assert lines[2].startswith("sound")
    assert lines[3] == "2 tasks, 1 unsound"
