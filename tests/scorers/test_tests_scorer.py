"""The scorer `tests`: one number, and for each failure a finding that says where and why."""

from __future__ import annotations

import codearena as ca
from codearena.core.case import Case, Run, TestResult
from codearena.scorers.tests import tests as share_of_tests

TASK = ca.Task(id="made/task", prompt="", tests=(), reference="")
GOOD = TestResult(id="test_visible.py::test_a", passed=True, visible=True)
SHOWN = TestResult(id="test_visible.py::test_b", passed=False, visible=True, reason="AssertionError: 1 == 2", log="line 1\nline 2", line=7)
HIDDEN = TestResult(id="test_hidden.py::test_c", passed=False, visible=False, reason="ValueError", log="secret")
AFTER = TestResult(id="test_hidden.py::test_d", passed=False, visible=False, reason="used more than 2 s of CPU time")


def judge(*results: TestResult, reason: str = "", flags: tuple[str, ...] = ()) -> ca.Evidence:
    run = Run(results=results, reason=reason, flags=flags)
    made = share_of_tests(Case(task=TASK, submission=ca.Submission.of(""), run=lambda: run))
    assert isinstance(made, ca.Evidence)
    return made


def test_the_value_is_the_share_that_passed() -> None:
    assert judge(GOOD, SHOWN, HIDDEN, AFTER).value == 0.25
    assert judge(GOOD).value == 1.0
    assert judge(HIDDEN).value == 0.0


def test_the_reason_counts_and_says_why_the_run_ended_early() -> None:
    assert judge(GOOD, SHOWN).reason == "1 of 2 tests passed"
    assert judge(GOOD, AFTER, reason=AFTER.reason).reason == "1 of 2 tests passed; used more than 2 s of CPU time"


def test_visible_tests_are_counted_apart() -> None:
    measured = {measure.name: measure.value for measure in judge(GOOD, SHOWN, HIDDEN, AFTER).measures}
    assert measured == {"passed": 1, "total": 4, "visible_passed": 1, "visible_total": 2}
    assert {measure.unit for measure in judge(GOOD).measures} == {"tests"}


def test_each_failure_is_a_finding_and_hidden_ones_are_marked() -> None:
    assert judge(GOOD, SHOWN, HIDDEN).findings == (
        ca.Finding(rule="tests.failed", message="test_visible.py::test_b: AssertionError: 1 == 2", line=7, detail="line 1\nline 2"),
        ca.Finding(rule="tests.failed", message="test_hidden.py::test_c: ValueError", hidden=True, detail="secret"),
    )


def test_nothing_failed_nothing_found() -> None:
    assert judge(GOOD).findings == ()


def test_a_submission_that_never_ran_is_one_finding_that_a_solver_may_see() -> None:
    reason = "NameError: name 'x' is not defined"
    results = [TestResult(id=f"t::{n}", passed=False, visible=n > 0, reason=reason, log="solution.py:3") for n in range(3)]
    made = judge(*results, reason=reason)
    assert made.value == 0.0
    assert made.findings == (ca.Finding(rule="tests.not-run", message=reason, detail="solution.py:3"),)


def test_a_run_that_ended_after_some_tests_names_each() -> None:
    assert [finding.rule for finding in judge(GOOD, AFTER, reason=AFTER.reason).findings] == ["tests.failed"]
    assert [finding.rule for finding in judge(HIDDEN, AFTER, reason=AFTER.reason).findings] == ["tests.failed"] * 2


def test_flags_of_the_run_are_passed_on() -> None:
    assert judge(AFTER, reason=AFTER.reason, flags=("memory", "timeout")).flags == ("memory", "timeout")


VISIBLE = """
from solution import average

def test_numbers():
    assert average([1, 3]) == 2

def test_nothing():
    assert average([]) == 0
"""
HIDDEN_FILE = """
import pytest
from solution import average

@pytest.mark.parametrize("numbers", [[5], [], [7, 7]])
def test_more(numbers):
    assert average(numbers) in (0, 5, 7)
"""


def test_a_real_run_counts_and_points_at_the_line(arena: ca.Arena) -> None:
    files = (ca.TestFile(name="test_visible.py", text=VISIBLE), ca.TestFile(name="test_more.py", text=HIDDEN_FILE))
    reference = "def average(numbers):\n    return sum(numbers) / max(len(numbers), 1)\n"
    task = ca.Task(id="made/average", prompt="", tests=files, reference=reference)
    part = arena.grade("def average(numbers):\n    total = sum(numbers)\n    return total / len(numbers)\n", task).components["tests"]
    assert part.value == 0.6
    assert part.reason == "3 of 5 tests passed"
    assert part.measures == {"passed": 3, "total": 5, "visible_passed": 1, "visible_total": 2}
    assert [(finding.message.split(": ")[0], finding.line, finding.hidden) for finding in part.findings] == [
        ("test_more.py::test_more[numbers1]", 3, True),
        ("test_visible.py::test_nothing", 3, False),
    ]
    assert all("ZeroDivisionError" in finding.message and "solution.py:3: in average" in finding.detail for finding in part.findings)
