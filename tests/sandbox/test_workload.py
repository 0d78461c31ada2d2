"""Work, counted in the submission's process and compared where the reference is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.config import load_config
from codearena.core.errors import InvalidTaskError
from codearena.core.plan import Entry, Profile

PROFILE = Profile(
    name="work",
    entries=(
        Entry(scorer="compiles", role="gate"),
        Entry(scorer="tests", role="weighted"),
        Entry(scorer="integrity", role="gate"),
        Entry(scorer="efficiency", role="weighted", weight=0.3),
    ),
)
REFERENCE = """
def repeated(values):
    seen = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None
"""
QUADRATIC = """
def repeated(values):
    for place, value in enumerate(values):
        if value in values[:place]:
            return value
    return None
"""
CUBIC = """
def repeated(values):
    for i, a in enumerate(values):
        for j, b in enumerate(values[:i]):
            if a == b and all(x != a for x in values[:j]):
                return a
    return None
"""
WORKLOAD = """
def inputs(n, rng, shape):
    return (rng.sample(range(10**6, 10**7), n),)
"""


def make(workload: str = WORKLOAD, reference: str = REFERENCE) -> ca.Task:
    tests = "from solution import repeated\ndef test_some():\n    assert repeated([1, 2, 1]) == 1\n    assert repeated([1]) is None\n"
    return ca.Task(id="w", prompt="", reference=reference, workload=workload, tests=(ca.TestFile(name="test_it.py", text=tests),))


def graded(arena: ca.Arena, code: str, task: ca.Task | None = None) -> ca.Component:
    return arena.grade(code, task or make(), PROFILE).components["efficiency"]


def value(arena: ca.Arena, code: str, task: ca.Task | None = None) -> float:
    found = graded(arena, code, task).value
    assert found is not None
    return found


def test_the_reference_earns_exactly_one(arena: ca.Arena) -> None:
    grade = arena.grade(REFERENCE, make(), PROFILE)
    assert grade.reward == 1.0
    assert grade.components["efficiency"].value == 1.0


def test_a_higher_order_of_growth_earns_clearly_less(arena: ca.Arena) -> None:
    linear, quadratic, cubic = (value(arena, code) for code in (REFERENCE.replace("seen.add(value)", "seen |= {value}"), QUADRATIC, CUBIC))
    assert linear > 0.9
    assert quadratic < 0.6
    assert cubic < 0.2
    grade = arena.grade(QUADRATIC, make(), PROFILE)
    assert grade.solved
    assert grade.reward == pytest.approx(0.7 + 0.3 * quadratic)


def test_counts_are_the_same_in_every_lane_and_under_any_load(arena: ca.Arena, tmp_path: Path) -> None:
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        with ca.Arena(load_config(start=tmp_path, environ={}, workers=1)) as other:
            loaded = [graded(other, code) for code in (REFERENCE, QUADRATIC, CUBIC)]
            points = other.registration(make()).workload
    finally:
        for process in busy:
            process.kill()
            process.wait()
    assert [graded(arena, code).measures for code in (REFERENCE, QUADRATIC, CUBIC)] == [each.measures for each in loaded]
    assert arena.registration(make()).workload == points


SMALL = "def repeated(values):\n    if len(values) < 9:\n        return 1 if values == [1, 2, 1] else None\n"
TRICKS = {
    "wrong": SMALL + "    return 0\n",
    "exit": SMALL + "    exit()\n",
    "end": SMALL + "    __import__('os')._exit(0)\n",
    "harm": SMALL + "    values.clear()\n",
    "equal to all": "class Anything:\n    def __eq__(self, other):\n        return True\n" + SMALL + "    return Anything()\n",
    "endless": SMALL + "    while True: pass\n",
    "endless in spite of all": SMALL + "    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n",
    "lazy": SMALL.replace("return", "yield") + "    yield\n",
}


@pytest.mark.parametrize("code", TRICKS.values(), ids=TRICKS.keys())
def test_what_is_wrong_or_endless_at_the_sizes_measured_earns_nothing_there(arena: ca.Arena, code: str) -> None:
    grade = arena.grade(code, make(), PROFILE)
    assert (grade.components["efficiency"].value or 0.0) < 0.35, grade.explain()
    assert grade.reward is not None


def test_work_done_before_the_call_is_counted(arena: ca.Arena) -> None:
    table = "TABLE = [i * i % 7 for i in range(200000)]\n" + REFERENCE
    assert value(arena, table) == 0.0


def test_each_size_starts_from_nothing(arena: ca.Arena) -> None:
    first = "calls = []\n" + REFERENCE.replace("    seen = set()", "    calls.append(1)\n    assert len(calls) == 1\n    seen = set()", 1)
    keeping = first.replace("assert len(calls) == 1", "assert len(calls) == 1 or len(values) < 9")
    assert value(arena, keeping) == 1.0


def test_several_files_are_counted_together(arena: ca.Arena) -> None:
    files = {"solution.py": "from helper import slow as repeated\n", "helper.py": QUADRATIC.replace("repeated", "slow")}
    grade = arena.grade(files, make(), PROFILE)
    assert grade.components["efficiency"].value == pytest.approx(value(arena, QUADRATIC), abs=0.01)


def test_what_several_results_may_be_the_task_says(arena: ca.Arena) -> None:
    either = WORKLOAD.replace("n),)", "n) * 2,)") + "\ndef accepts(result, expected, values):\n    return values.count(result) > 1\n"
    last = REFERENCE.replace("in values:", "in values[::-1]:")
    assert value(arena, last, make(either)) > 0.9
    assert value(arena, last, make(either.partition("\ndef accepts")[0])) == 0.0


def test_a_checker_that_raises_finds_nothing_right(arena: ca.Arena) -> None:
    doubled = WORKLOAD.replace("n),)", "n) * 2,)") + "\ndef accepts(result, expected, values):\n    return result + 0 in values\n"
    grade = arena.grade(REFERENCE.replace("return value", "return value if len(values) < 9 else None"), make(doubled), PROFILE)
    assert grade.components["efficiency"].value == 0.0
    assert grade.flags == ()


def test_what_is_raised_is_told_and_not_called_slow(arena: ca.Arena) -> None:
    grade = arena.grade(REFERENCE.replace("    seen", "    if len(values) > 8: values + 1\n    seen", 1), make(), PROFILE)
    part = grade.components["efficiency"]
    assert part.reason.startswith("TypeError: can only concatenate list")
    assert [finding.rule for finding in part.findings] == ["efficiency.failed"]
    assert "ratio" not in part.measures


def test_what_is_just_within_the_budget_is_worth_next_to_nothing(arena: ca.Arena) -> None:
    """What is too much to be counted and what is counted just below that are worth about the same."""
    task = make(WORKLOAD + "MAX_N = 64\n")
    points = arena.registration(task).workload.work  # type: ignore[union-attr]
    n, work = 64, points["random/64"]
    waste = "    if len(values) == 64:\n        for _ in range(%d): pass\n    seen"
    at = {times: REFERENCE.replace("    seen", waste % (times * (work + 200) // 2), 1) for times in (30, 90)}
    near, beyond = (value(arena, code, task) for code in at.values())
    assert n == 64
    assert near - beyond < 0.1


def test_an_unsolved_program_is_not_measured_for_a_reward_that_would_not_change(arena: ca.Arena) -> None:
    grade = arena.grade(REFERENCE.replace("return None", "return 0"), make(), PROFILE)
    assert grade.components["efficiency"].status == "skipped"


@pytest.mark.parametrize(
    ("workload", "told"),
    [
        ("def inputs(n, rng, shape):\n    return [n]\n", "expected a tuple"),
        ("def inputs(n, rng, shape):\n    raise KeyError(n)\n", "raised KeyError"),
        ("x = 1\n", "defines no inputs"),
        ("def inputs(", "SyntaxError"),
        (WORKLOAD + "ENTRY = 'nothing'\n", "names 'nothing'"),
        ("def inputs(n, rng, shape):\n    return ()\n", "the reference, or taking a copy of its result, raised TypeError"),
        (WORKLOAD + "MAX_N = '9'\n", "MAX_N must be a whole number"),
        (WORKLOAD + "SHAPES = 'random'\n", "SHAPES must be a list of names"),
        (
            "import random\ndef inputs(n, rng, shape):\n    return ([1] * random.randrange(n, 9 * n) + [random.random()],)\n",
            "makes others each time",
        ),
    ],
)
def test_a_workload_that_does_not_work_makes_an_invalid_task(arena: ca.Arena, workload: str, told: str) -> None:
    with pytest.raises(InvalidTaskError, match=told) as raised:
        arena.grade(REFERENCE, make(workload), PROFILE)
    assert "workload.py" in str(raised.value)


def test_a_reference_whose_result_is_no_value_makes_an_invalid_task(arena: ca.Arena) -> None:
    lazy = REFERENCE.replace("repeated", "first") + "\n\ndef repeated(values):\n    return iter(values)\n"
    tests = (
        ca.TestFile(name="test_it.py", text="from solution import repeated\ndef test_some():\n    assert list(repeated([1])) == [1]\n"),
    )
    task = ca.Task(id="w", prompt="", reference=lazy, workload=WORKLOAD + "ENTRY = 'repeated'\n", tests=tests)
    with pytest.raises(InvalidTaskError, match=r"workload\.py"):
        arena.grade(lazy, task, PROFILE)
