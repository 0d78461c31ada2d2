"""Every way of doing nothing is tried, so that none of them pays."""

from __future__ import annotations

from typing import Any

import pytest

import codearena as ca
from codearena.core.idle import CONSTANTS, idle_submissions

CONSTANT_TESTS = """
import solution

def test_constant():
    assert solution.zero([]) == CONSTANT

def test_work():
    assert solution.work(20) == 41
"""


def make(**changes: Any) -> ca.Task:
    fields: dict[str, Any] = {
        "id": "made/idle",
        "prompt": "",
        "tests": (ca.TestFile(name="test_it.py", text="from solution import f\ndef test_f():\n    assert f(2) == 3\n"),),
        "reference": "def f(x):\n    return x + 1\n",
        "entry_points": ("f", "Stack"),
    }
    return ca.Task(**(fields | changes))


def namespace(submission: ca.Submission) -> dict[str, Any]:
    """Return what a stub defines; stubs are ours and harmless."""
    names: dict[str, Any] = {}
    exec(compile(submission.text, "stub", "exec"), names)
    return names


def test_the_starter_an_empty_file_and_every_stub_are_tried() -> None:
    assert set(idle_submissions(make(starter="f = None\n"))) == {
        "empty",
        "starter",
        "returns its argument",
        "agrees with everything",
        *(f"returns {constant}" for constant in CONSTANTS),
    }
    assert len(CONSTANTS) == 10


def test_the_starter_is_tried_as_it_is_and_an_empty_file_is_empty() -> None:
    found = idle_submissions(make(starter="def f(:\n"))
    assert found["starter"].text == "def f(:\n"
    assert found["empty"].text == ""


def test_a_task_without_a_starter_has_none_to_try() -> None:
    assert "starter" not in idle_submissions(make(starter=""))


@pytest.mark.parametrize("constant", CONSTANTS)
def test_a_stub_returns_its_constant_whatever_it_is_given(constant: str) -> None:
    names = namespace(idle_submissions(make())[f"returns {constant}"])
    assert repr(names["f"](1, 2, key=3)) == repr(eval(constant))
    assert repr(names["Stack"](1, key=2).push(3)) == repr(eval(constant))


def test_a_stub_returns_its_first_argument_or_nothing() -> None:
    names = namespace(idle_submissions(make())["returns its argument"])
    assert names["f"]("given", 2) == "given"
    assert names["f"]() is None
    assert names["Stack"](1).peek("given") == "given"


def test_a_stub_agrees_to_whatever_is_asked_of_what_it_returns() -> None:
    names = namespace(idle_submissions(make())["agrees with everything"])
    made = names["f"](1)
    assert made
    assert made.is_valid()
    assert made[0].left.starts_with("x")
    assert list(made) == []
    with made as inner:
        assert inner.is_open()
        raise KeyError("swallowed")


def test_a_task_without_entry_points_is_stubbed_by_the_names_of_its_reference() -> None:
    task = make(entry_points=(), reference="import os\ndef f(x):\n    return x + 1\nclass Stack: ...\ndef _private(): ...\n")
    names = namespace(idle_submissions(task)["returns 0"])
    assert {"f", "Stack"} <= set(names)
    assert "_private" not in names


@pytest.mark.parametrize("constant", CONSTANTS)
def test_what_a_stub_passes_is_the_floor(arena: ca.Arena, constant: str) -> None:
    tests = (ca.TestFile(name="test_it.py", text=CONSTANT_TESTS.replace("CONSTANT", constant)),)
    reference = f"def zero(values):\n    return {constant}\n\ndef work(n):\n    return 2 * n + 1\n"
    task = make(tests=tests, reference=reference, entry_points=("zero", "work"))
    assert arena.plan(task).idle == 0.5
    assert arena.grade(f"def zero(values):\n    return {constant}\n", task).reward == 0.0
    assert arena.grade("def work(n):\n    return 2 * n + 1\n", task).reward == 0.0
    assert arena.grade(reference, task).reward == 1.0


def test_no_idle_submission_earns_anything(arena: ca.Arena) -> None:
    task = arena.load_task("types/sum-mixed")
    grades = arena.grade_many((submission, task) for submission in idle_submissions(task).values())
    assert {grade.reward for grade in grades} == {0.0}
    assert len(grades) > 10
