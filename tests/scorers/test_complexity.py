"""The scorer `complexity`: the reference is the measure, and neither golf, padding nor dress changes what is counted."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

import codearena as ca
from codearena.core.case import Case, Run
from codearena.scorers.complexity import SLACK, WEIGHTS, complexity
from codearena.tasks.folder import load_folder

SUITE = Path(ca.__file__).parent / "tasks" / "suite"
REFERENCE = "def f(numbers):\n    return max(number for number in numbers if number > 0)\n"
MESSY = """def f(numbers):
    best = None
    for number in numbers:
        if number > 0:
            if best is None:
                best = number
            else:
                for other in numbers:
                    if other == number:
                        while best < other and best != number or number > best > 0:
                            best = best + 1
                            if best == other or best == number and best > 0 or number == best:
                                break
    if best is None:
        raise ValueError
    return best
"""


def judge(code: Any, reference: str = REFERENCE) -> ca.Evidence:
    task = ca.Task(id="made/task", prompt="", tests=(), reference=reference)
    made = complexity(Case(task=task, submission=ca.Submission.of(code), run=lambda: Run(results=())))
    assert isinstance(made, ca.Evidence)
    return made


def value(code: Any, reference: str = REFERENCE) -> float:
    made = judge(code, reference).value
    assert made is not None
    return made


@pytest.mark.parametrize("task", ["easy/average-list", "medium/lru-cache", "hard/two-sum", "security/calculator", "types/flatten"])
def test_a_reference_earns_everything(task: str) -> None:
    reference = load_folder(SUITE / task).reference
    made = judge(reference, reference)
    assert (made.value, made.findings) == (1.0, ())


def test_it_looks_at_python_only() -> None:
    other = ca.Task(id="made/task", prompt="", tests=(), reference="", language="rust")
    assert complexity.applies is not None
    assert not complexity.applies(other)
    assert (complexity.name, complexity.stage) == ("complexity", "analysis")


def test_the_weights_are_one_and_each_measure_has_a_slack() -> None:
    assert sum(WEIGHTS.values()) == 1.0
    assert set(WEIGHTS) == set(SLACK)


def test_being_simpler_earns_nothing_more() -> None:
    assert value("") == value("f = max\n") == 1.0


def test_what_is_far_more_complex_earns_little_and_says_why() -> None:
    made = judge(MESSY)
    assert made.value is not None
    assert 0.0 <= made.value < 0.4
    found = {finding.rule: finding for finding in made.findings}
    assert list(found) == ["complexity.cyclomatic", "complexity.nesting", "complexity.total", "complexity.volume"]
    assert found["complexity.cyclomatic"].message == "f takes 13 decisions; split it, return early, or let a table decide"
    assert found["complexity.cyclomatic"].line == 1
    assert found["complexity.nesting"].line == 12
    assert made.reason.startswith("more complex than the reference, most of all")


def test_it_falls_smoothly() -> None:
    values = [value("def f(x):\n    pass\n" + "    if x:\n        print(x)\n" * n) for n in range(40)]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1.0
    assert values[-1] < 0.5
    assert max(a - b for a, b in itertools.pairwise(values)) < 0.15


def test_the_numbers_are_measured() -> None:
    measured = {measure.name: measure.value for measure in judge(MESSY).measures}
    assert (measured["cyclomatic_max"], measured["cyclomatic_total"], measured["nesting"]) == (14, 14, 7)
    assert (measured["reference_cyclomatic_max"], measured["reference_nesting"]) == (3, 1)
    assert measured["halstead_volume"] > 2 * measured["reference_halstead_volume"] > 0


@pytest.mark.parametrize("idle", ["def idle():\n    pass\n", "class Idle:\n    x = 1\n", "idle = lambda: 1\n"])
def test_trivial_code_hides_nothing(idle: str) -> None:
    assert value(MESSY + idle * 50) <= value(MESSY)


HIDING = {
    "a lambda": "f = lambda x: " + " or ".join(f"(x == {n} and {n} if x else {n})" for n in range(12)) + "\n",
    "a default": "def f(x=" + " or ".join(f"(y == {n} and {n} if y else {n})" for n in range(12)) + "):\n    return x\n",
    "an assert": "def f(x):\n    assert " + " or ".join(f"(x == {n} and {n} if x else {n})" for n in range(12)) + "\n",
    "the module": "".join(f"if x == {n} and {n} or y:\n    x = {n}\n" for n in range(12)),
    "the body of a class": "class C:\n" + "".join(f"    if x == {n} and {n} or y:\n        x = {n}\n" for n in range(12)),
    "closures": "def f(x):\n"
    + "".join(f"    def g{n}():\n        return x == {n} and {n} or x or {n}\n" for n in range(12))
    + "    return g1\n",
    "handlers of groups": "try:\n    x = 1\n" + "".join(f"except* E{n} if a and b else c:\n    x = {n}\n" for n in range(12)),
}


@pytest.mark.parametrize("where", HIDING)
def test_complexity_is_seen_in(where: str) -> None:
    assert value(HIDING[where]) < 0.75


SAME = {
    "comments": MESSY.replace("\n", "  # said\n").replace("    best = None", "    # once more\n    best = None"),
    "suppressions": MESSY.replace("\n", "  # noqa: C901 pylint: disable=all\n"),
    "a docstring": MESSY.replace("\n", '\n    """Find it."""\n', 1),
    "names": MESSY.replace("best", "a").replace("number", "b").replace("bs", "c").replace("other", "d"),
    "line ends": MESSY.replace("\n", "\r\n"),
    "blank lines": MESSY.replace("\n", "\n\n"),
    "a byte order mark": "\ufeff" + MESSY,
    "a missing last line end": MESSY.rstrip(),
    "tabs": MESSY.replace("    ", "\t"),
    "form feeds": MESSY.replace("\n    if best", "\n\f\n    if best"),
    "another file": {"solution.py": "from helper import f\n", "helper.py": MESSY},
}


@pytest.mark.parametrize("what", SAME)
def test_the_value_does_not_depend_on(what: str) -> None:
    tolerance = 0.02 if what == "another file" else 0.0
    assert value(SAME[what]) == pytest.approx(value(MESSY), abs=tolerance)


def test_findings_in_other_files_name_them() -> None:
    made = judge({"solution.py": "from helper import f\n", "helper.py": MESSY})
    assert [finding.message.split(" ")[0] for finding in made.findings[:2]] == ["helper.py:", "helper.py:"]


def test_the_order_of_submissions_does_not_matter() -> None:
    first = [judge(code) for code in (MESSY, REFERENCE, "")]
    assert [judge(code) for code in ("", REFERENCE, MESSY)] == first[::-1]
