"""A sound task is called sound, and every way of not being so is named with the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from codearena.arena import Arena
from codearena.core.config import load_config
from codearena.core.evidence import Evidence
from codearena.core.grade import Grade
from codearena.core.hookspecs import hookimpl
from codearena.core.task import Limits, Task, TestFile
from codearena.soundness import check_task

TESTS = """
import pytest
from solution import double

@pytest.mark.parametrize("n", [2, 3, 5, "ab", 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67])
def test_double(n):
    assert double(n) == n * 2
"""
RIGHT = "def double(n):\n    return n + n\n"
WRONG = "def double(n):\n    return int(n) * 2\n"
COIN = "import os\n\ndef double(n):\n    return n * 2 if os.urandom(1)[0] < 128 else None\n"
LOOP = "while True:\n    pass\n"

SOUND = Task(
    id="small/double",
    prompt="Double it.",
    tests=(TestFile(name="test_hidden.py", text=TESTS),),
    starter="def double(n):\n    return n\n",
    reference="def double(n):\n    return n * 2\n",
    entry_points=("double",),
    limits=Limits(cpu_seconds=0.5),
    right=(("sum.py", RIGHT),),
    wrong=(("number.py", WRONG),),
)


def problems(arena: Arena, **changes: Any) -> list[str]:
    return list(check_task(arena, replace(SOUND, **changes)).problems)


def test_a_sound_task_is_called_sound(arena: Arena) -> None:
    report = check_task(arena, SOUND)
    assert (report.task, report.problems, report.sound) == ("small/double", (), True)
    assert report.graded > 10


class _Counter:
    """Sees every grade that is really made: what comes from a cache is not announced."""

    def __init__(self) -> None:
        self.made: list[str] = []

    @hookimpl
    def codearena_grade_finished(self, task: Task, grade: Grade) -> None:
        """Keep what was graded."""
        self.made.append(grade.submission_digest)


def test_everything_is_really_graded_twice() -> None:
    counter = _Counter()
    with Arena(load_config(start=Path("/"), environ={}), [counter]) as arena:
        graded = check_task(arena, SOUND).graded
    assert len(counter.made) == 2 * graded
    assert len(set(counter.made)) == graded


def test_a_reference_that_fails_is_named(arena: Arena) -> None:
    (problem,) = problems(arena, reference=WRONG)
    assert problem.startswith("reference.py: expected to pass every test; ")
    assert "test_double[ab]" in problem


def test_doing_nothing_must_not_be_enough(arena: Arena) -> None:
    tests = (
        TestFile(
            name="test_hidden.py", text="from solution import double\n\ndef test_none():\n    assert double(3) == 6 or not double(3)\n"
        ),
    )
    (found,) = problems(arena, tests=tests, right=(), wrong=())
    assert found.startswith("tests: expected to ask for more; ")
    assert "returns None" in found
    assert "returns 1" not in found


def test_a_starter_that_is_right_is_named(arena: Arena) -> None:
    (found,) = problems(arena, starter=RIGHT, right=(), wrong=())
    assert found.endswith("asks: starter")


def test_a_wrong_variant_that_is_right_is_named(arena: Arena) -> None:
    found = problems(arena, wrong=(("fine.py", RIGHT), ("number.py", WRONG)))
    assert found == ["wrong/fine.py: expected a reward below 0.7, unsolved; got 1, solved"]


def test_a_right_variant_that_is_wrong_is_named_with_the_reason(arena: Arena) -> None:
    (problem,) = problems(arena, right=(("bad.py", WRONG),))
    assert problem.startswith("right/bad.py: expected to be solved, got 0.")
    assert "test_double[ab]: ValueError" in problem


def test_a_flag_on_a_right_variant_is_named(arena: Arena) -> None:
    found = problems(arena, right=(("slow.py", LOOP),))
    assert found == [
        "right/slow.py: expected to be solved, got 0, not solved (used more than 0.5 s of CPU time)",
        "right/slow.py: expected no flag, got timeout",
    ]


def test_a_flag_on_a_wrong_variant_is_its_own_affair(arena: Arena) -> None:
    assert problems(arena, wrong=(("slow.py", LOOP),)) == []


def test_what_differs_between_two_grades_is_named(arena: Arena) -> None:
    """Twenty tests at the toss of a coin: twice the same about once in a million."""
    (problem,) = problems(arena, wrong=(("coin.py", COIN),))
    assert problem.startswith("wrong/coin.py: expected the same ")


@pytest.mark.parametrize("field", ["reward", "value"])
def test_grades_are_compared_in_all_that_matters(arena: Arena, field: str) -> None:
    from codearena.soundness import _differences

    grade = arena.grade(SOUND.reference, SOUND)
    if field == "reward":
        other = replace(grade, reward=0.5)
    else:
        evidence = tuple(replace(each, value=0.5) if each.scorer == "tests" else each for each in grade.evidence)
        other = replace(grade, evidence=evidence)
    assert isinstance(grade.evidence[0], Evidence)
    assert list(_differences(grade, grade)) == []
    assert len(list(_differences(grade, other))) == 1
