"""The scorer `security`: what the reference does is allowed, and what goes beyond it costs by its gravity."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import codearena as ca
from codearena.core.case import Case, Run
from codearena.scorers.security import MAX_FINDINGS, security
from codearena.scorers.tools import ToolFailed
from codearena.tasks.folder import load_folder

SUITE = Path(ca.__file__).parent / "tasks" / "suite"
SHELL = "import subprocess\n\n\ndef f(x):\n    subprocess.run(x, shell=True)\n"
LIST = "import subprocess\n\n\ndef f(x):\n    subprocess.run([x])\n"


def judge(code: Any, reference: str = LIST, starter: str = "") -> ca.Evidence:
    task = ca.Task(id="made/task", prompt="", tests=(), reference=reference, starter=starter)
    made = security(Case(task=task, submission=ca.Submission.of(code), run=lambda: Run(results=())))
    assert isinstance(made, ca.Evidence)
    return made


def measures(code: Any, **of: str) -> dict[str, float]:
    return {measure.name: measure.value for measure in judge(code, **of).measures}


@pytest.mark.parametrize(
    "task", ["easy/average-list", "security/archive-command", "security/load-session", "security/calculator", "types/flatten"]
)
def test_a_reference_earns_everything(task: str) -> None:
    loaded = load_folder(SUITE / task)
    made = judge(loaded.reference, loaded.reference, loaded.starter)
    assert (made.value, made.findings, made.reason) == (1.0, (), "nothing beyond the reference")


VALUES = {
    "": 1.0,
    LIST: 1.0,
    SHELL: 0.0,
    "def f(x):\n    return eval(x)\n": 0.6,
    "import random\n\n\ndef f():\n    return random.random()\n": 0.9,
    "def f(x):\n    exec(x)\n    exec(x)\n": 0.2,
    "def f(x):\n    assert x\n": 1.0,
}


@pytest.mark.parametrize("code", VALUES)
def test_gravity_decides(code: str) -> None:
    assert judge(code).value == VALUES[code]


def test_what_the_reference_does_is_allowed_as_often_as_it_does_it() -> None:
    once = "def f(x):\n    return eval(x)\n"
    assert judge(once, reference=once).value == 1.0
    twice = judge(once + "\n\ndef g(x):\n    return eval(x)\n", reference=once)
    assert (twice.value, len(twice.findings)) == (0.6, 1)


def test_a_mild_use_of_a_rule_does_not_excuse_a_grave_one() -> None:
    mild = SHELL.replace("(x, ", "('/bin/true', ")
    assert judge(mild, reference=mild).value == 1.0
    assert judge(SHELL, reference=mild).value == 0.1


def test_a_finding_names_rule_line_and_gravity() -> None:
    (finding,) = judge(SHELL, starter=LIST).findings
    assert (finding.rule, finding.line, finding.severity) == ("security.B602", 5, "error")
    assert finding.message.startswith("introduced: subprocess call with shell=True identified, security issue.")
    assert finding.message.endswith("(severity high, confidence high)")


def test_what_was_there_before_is_told_from_what_is_new() -> None:
    made = judge(SHELL + "    exec(x)\n", starter=SHELL)
    assert [(finding.rule, finding.message.partition(":")[0]) for finding in made.findings] == [
        ("security.B602", "still there"),
        ("security.B102", "introduced"),
    ]
    more = judge(SHELL + "    subprocess.run(x, shell=True)\n", starter=SHELL)
    assert [finding.message.partition(":")[0] for finding in more.findings] == ["still there", "introduced"]


def test_a_starter_need_not_be_python() -> None:
    assert judge(SHELL, starter="def f(:\n").findings[0].message.startswith("introduced")


@pytest.mark.parametrize("comment", ["# nosec", "# nosec B602", "# noqa: S602", "# pylint: disable=all", "# type: ignore"])
def test_suppressions_are_counted_and_have_no_effect(comment: str) -> None:
    silenced = SHELL.replace("\n", f"  {comment}\n")
    assert judge(silenced).value == judge(SHELL).value
    assert judge(silenced).findings == judge(SHELL).findings
    assert (measures(silenced)["suppressions"], measures(SHELL)["suppressions"]) == (5, 0)


SAME = {
    "comments": "# first\n" + SHELL,
    "line ends": SHELL.replace("\n", "\r\n"),
    "old line ends": SHELL.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + SHELL,
    "tabs": SHELL.replace("    ", "\t"),
    "form feeds": "\f\n" + SHELL,
    "a missing last line end": SHELL.rstrip(),
    "an encoding": "# coding: utf-7\n" + SHELL,
    "padding": SHELL + "x = 1\n" * 1000,
    "another file": {"solution.py": "x = 1\n", "helper.py": SHELL},
}


@pytest.mark.parametrize("what", SAME)
def test_the_value_does_not_depend_on(what: str) -> None:
    made = judge(SAME[what])
    assert (made.value, [finding.rule for finding in made.findings]) == (0.0, ["security.B602"])


@pytest.mark.parametrize("text", ["x = 1\0\n", "x = '\ud800'\n", "x = (\n"])
def test_what_cannot_be_scanned_is_not_clean(text: str) -> None:
    with pytest.raises(ToolFailed, match="bandit failed"):
        judge(text)


def test_findings_are_bounded() -> None:
    made = judge("exec(x)\n" * 200)
    assert (made.value, len(made.findings)) == (0.0, MAX_FINDINGS)
    assert measures("exec(x)\n" * 200)["excess"] == 200


def test_the_order_of_submissions_does_not_matter() -> None:
    codes = list(VALUES)
    first = [judge(code) for code in codes]
    assert [judge(code) for code in codes[::-1]] == first[::-1]
