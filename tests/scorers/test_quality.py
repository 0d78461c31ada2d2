"""The scorer `quality`: the mean of its parts, each against the reference, and no comment or padding to help it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import codearena as ca
from codearena.core.case import Case, Run
from codearena.core.errors import ConfigError
from codearena.scorers.quality import MAX_FINDINGS, OPTIONS, PARTS, quality
from codearena.scorers.tools import ToolFailed
from codearena.tasks.folder import load_folder

SUITE = Path(ca.__file__).parent / "tasks" / "suite"
REFERENCE = '''"""Adds."""


def add(numbers):
    """Return the sum of the positive ones."""
    total = 0
    for number in numbers:
        if number > 0:
            total += number
    return total
'''
POOR = """import os,sys
def add(numbers, seen=[]):
  total=0
  for i in range(len(numbers)):
    if (numbers[i]>0)==True:
      total=total+numbers[i]
  return total
"""
TANGLED = "def add(x):\n" + "".join(f"    if x == {n}:\n        return {n}\n" for n in range(12)) + "    return x\n"


def judge(code: Any, reference: str = REFERENCE, **options: Any) -> ca.Evidence:
    task = ca.Task(id="made/task", prompt="", tests=(), reference=reference)
    made = quality(Case(task=task, submission=ca.Submission.of(code), run=lambda: Run(results=()), options=options))
    assert isinstance(made, ca.Evidence)
    return made


def value(code: Any, reference: str = REFERENCE, **options: Any) -> float:
    made = judge(code, reference, **options).value
    assert made is not None
    return made


def only(*parts: str) -> dict[str, bool]:
    return {part: part in parts for part in PARTS}


def measured(made: ca.Evidence) -> dict[str, float]:
    return {measure.name: measure.value for measure in made.measures}


# ------------------------------------------------------------------------------------------------ against the reference


@pytest.mark.parametrize("parts", [(), PARTS], ids=["as it is", "every part"])
@pytest.mark.parametrize("task", ["easy/average-list", "medium/lru-cache", "hard/two-sum", "security/load-session", "types/flatten"])
def test_a_reference_earns_everything(task: str, parts: tuple[str, ...]) -> None:
    reference = load_folder(SUITE / task).reference
    assert value(reference, reference, **(only(*parts) if parts else {})) == 1.0


@pytest.mark.parametrize("part", PARTS)
def test_even_a_poor_reference_earns_everything(part: str) -> None:
    poor = POOR + TANGLED.replace("add", "more") + "eval(x)\n"
    assert value(poor, poor, **only(part)) == 1.0
    assert value(poor, poor, **only(part), relative=False) < 1.0 or part == "maintainability"


def test_what_is_poor_earns_less_and_says_why() -> None:
    made = judge(POOR)
    assert made.value is not None
    assert made.value < 0.6
    rules = {finding.rule: finding.line for finding in made.findings}
    assert rules["quality.unused-import"] == 1
    assert rules["quality.dangerous-default-value"] == 2
    assert rules["quality.consider-using-enumerate"] == 4
    assert rules["quality.singleton-comparison"] == 5
    assert rules["quality.E401"] == 1
    assert [finding.line for finding in made.findings] == sorted(finding.line or 0 for finding in made.findings)


def test_the_value_is_the_mean_of_its_parts() -> None:
    parts = ("pylint", "maintainability", "pep8")
    assert value(POOR) == pytest.approx(sum(value(POOR, **only(part)) for part in parts) / 3)
    assert [name for name in measured(judge(POOR)) if name in PARTS] == list(parts)


def test_each_finding_costs_against_the_size_of_the_reference() -> None:
    short = "import os\n"
    assert value(short, **only("pylint")) == 0.8
    assert value(short, REFERENCE + "x = 1\n" * 14, **only("pylint")) == 0.9
    assert value("x=1\n", **only("pep8")) == 0.9
    assert measured(judge(short, **only("pylint"))) == {"pylint": 0.8, "pylint_findings": 1, "reference_pylint_findings": 0}


def test_faults_of_the_reference_are_forgiven_by_rule() -> None:
    assert value("import os\n", "import sys\n", **only("pylint")) == 1.0
    assert value("import os\nx == 1\n", "import sys\n", **only("pylint")) == 0.8
    assert value("import os\n", "import sys\n", **only("pylint"), relative=False) == 0.8


@pytest.mark.parametrize("part", ["pylint", "pep8", "cyclomatic", "security"])
def test_padding_hides_nothing(part: str) -> None:
    bad = POOR + TANGLED + "eval(x)\n"
    padding = "".join(f"\n\ndef idle_{n}():\n    return {n}\n" for n in range(200))
    for relative in (True, False):
        assert (
            value(bad + padding, **only(part), relative=relative)
            <= value(bad, **only(part), relative=relative) + (part == "cyclomatic") * 0.5
        )
    assert value(bad + padding, **only(part)) < 1.0


def test_maintainability_falls_with_what_the_reference_does_without() -> None:
    assert value(REFERENCE, **only("maintainability")) == 1.0
    long = "".join(TANGLED.replace("add", f"add{n}") for n in range(6))
    made = judge(long, **only("maintainability"))
    assert made.value is not None
    assert made.value < 0.7
    assert [finding.rule for finding in made.findings] == ["quality.maintainability"]
    assert value(long, **only("maintainability"), relative=False) < 1.0


# ------------------------------------------------------------------------------------------------ options


def test_functions_up_to_the_bound_are_fine() -> None:
    assert value(TANGLED, **only("cyclomatic")) == 0.0
    assert value(TANGLED, **only("cyclomatic"), max_complexity=13) == 1.0
    assert value(TANGLED, **only("cyclomatic"), max_complexity=12) == 0.0
    assert value(TANGLED + REFERENCE, **only("cyclomatic")) == 0.5
    (finding,) = judge(TANGLED, **only("cyclomatic")).findings
    assert finding.message == "add has a cyclomatic complexity of 13; at most 10 is asked for"


def test_as_many_functions_are_fine_as_the_reference_has() -> None:
    idle = "".join(f"def idle_{n}():\n    pass\n" for n in range(100))
    assert value(TANGLED + idle, **only("cyclomatic")) == 0.5
    assert value(TANGLED + idle, REFERENCE + idle, **only("cyclomatic")) > 0.98


def test_security_counts_by_gravity() -> None:
    assert value("exec(x)\n", **only("security")) == 0.6
    assert value("exec(x)\n", "exec(y)\n", **only("security")) == 1.0
    assert value("exec(x)\n", "exec(y)\n", **only("security"), relative=False) == 0.6
    assert [finding.rule for finding in judge("exec(x)\n", **only("security")).findings] == ["security.B102"]


def test_lines_may_be_as_long_as_asked() -> None:
    text = "X = '" + "y" * 90 + "'\n"
    assert value(text) == 1.0
    assert value(text, max_line_length=79) < 1.0


WRONG = {
    "pylnt": (True, "unknown option 'pylnt' \\(did you mean 'pylint'\\?\\)"),
    "colour": (1, "unknown option 'colour'; known: pylint"),
    "pep8": (1, "option pep8 must be true or false, not 1"),
    "relative": ("yes", "option relative must be true or false"),
    "max_complexity": (True, "option max_complexity must be a whole number from 1, not True"),
    "max_line_length": (0, "option max_line_length must be a whole number from 1, not 0"),
}


@pytest.mark.parametrize("key", WRONG)
def test_an_option_that_is_not_understood_is_refused(key: str) -> None:
    given, message = WRONG[key]
    with pytest.raises(ConfigError, match=message):
        judge(REFERENCE, **{key: given})


def test_some_part_must_be_on() -> None:
    with pytest.raises(ConfigError, match="every part is switched off"):
        judge(REFERENCE, **only())


def test_the_parts_are_options() -> None:
    assert set(PARTS) < set(OPTIONS)
    assert [part for part in PARTS if OPTIONS[part]] == ["pylint", "maintainability", "pep8"]


# ------------------------------------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize("comment", ["# pylint: disable=all", "# pylint: skip-file", "# noqa", "# nosec", "# type: os", "# fmt: off"])
def test_suppressions_have_no_effect(comment: str) -> None:
    silenced = f"{comment}\n" + POOR.replace("\n", f"  {comment}\n")
    assert value(silenced, **dict.fromkeys(PARTS, True)) == value(f"# so\n{POOR}", **dict.fromkeys(PARTS, True))


SAME = {
    "comments": POOR.replace("  total", "  # so\n  total", 1),
    "line ends": POOR.replace("\n", "\r\n"),
    "old line ends": POOR.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + POOR,
    "an encoding": "# coding: rot13\n" + POOR,
}


@pytest.mark.parametrize("what", SAME)
def test_the_value_does_not_depend_on(what: str) -> None:
    assert value(SAME[what]) == value(POOR)


UNREADABLE = ["x = 1\0\n", "x = '\ud800'\n", "x = (\n"]


# To pycodestyle only what has no tokens is unreadable.
@pytest.mark.parametrize(("part", "text"), [(part, text) for part in PARTS for text in UNREADABLE if part != "pep8" or "(" in text])
def test_what_cannot_be_looked_at_is_not_clean(part: str, text: str) -> None:
    with pytest.raises(ToolFailed):
        judge(text, **only(part))


@pytest.mark.parametrize("text", ["", "\n", "\f\n\fx = 1\n", "x = 1", "if x:\n\ty = 1\n", "x = '\u2028\x0b\x1c'\n"])
def test_odd_texts_have_a_value(text: str) -> None:
    assert 0.0 <= value(text) <= 1.0


def test_findings_are_bounded_and_those_of_other_files_name_them() -> None:
    made = judge({"solution.py": "import helper\n\nhelper.f()\n", "helper.py": "x=1\n" * 200})
    assert len(made.findings) == MAX_FINDINGS
    assert {finding.message.split(" ")[0] for finding in made.findings} == {"helper.py:"}


def test_the_order_of_submissions_does_not_matter() -> None:
    codes = [POOR, REFERENCE, TANGLED, "", "import os\n", "import os\n\nprint(os)\n"]
    first = [judge(code) for code in codes]
    assert [judge(code) for code in codes[::-1]] == first[::-1]
    assert [judge(code) for code in codes] == first


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n\n\n"])
def test_how_a_text_ends_is_the_carriers_business(end: str) -> None:
    """Answers are found in prose, and stripped: the reference, so carried, must still be the reference."""
    text = "def double(n):\n    return 2 * n"
    assert value(text + end, reference=text + "\n") == 1.0
