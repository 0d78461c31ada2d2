"""The gate of `integrity`: closed for attacks on the grader, open for every honest kind of failure."""

from __future__ import annotations

import pytest

import codearena as ca
from codearena.core.case import Case, Run
from codearena.scorers.integrity import ATTACKS, integrity

TASK = ca.Task(id="made/task", prompt="", tests=(), reference="")


def judge(*flags: str) -> ca.Evidence:
    made = integrity(Case(task=TASK, submission=ca.Submission.of(""), run=lambda: Run(results=(), flags=flags)))
    assert isinstance(made, ca.Evidence)
    return made


def test_the_attacks_are_these() -> None:
    assert set(ATTACKS) == {"protocol", "sandbox-fault"}


@pytest.mark.parametrize("flag", ATTACKS)
def test_an_attack_closes_the_gate_and_is_flagged_for_a_reviewer(flag: str) -> None:
    made = judge("exit", flag, "timeout")
    assert made.value == 0.0
    assert made.flags == (f"tamper:{flag}",)
    assert made.findings == (ca.Finding(rule=f"integrity.{flag}", message=ATTACKS[flag]),)
    assert made.reason == ATTACKS[flag]


def test_every_attack_is_named() -> None:
    made = judge("protocol", "sandbox-fault")
    assert made.flags == ("tamper:protocol", "tamper:sandbox-fault")
    assert len(made.findings) == 2


@pytest.mark.parametrize("flag", ["timeout", "memory", "output-limit", "disk-limit", "exit", "crash"])
def test_an_honest_failure_leaves_the_gate_open(flag: str) -> None:
    assert judge(flag) == ca.Evidence(value=1.0, reason="nothing was tampered with")


def test_a_submission_that_writes_into_the_graders_channel_earns_nothing(arena: ca.Arena) -> None:
    task = arena.load_task("easy/average-list")
    attack = "import os\nfor fd in range(3, 64):\n    try:\n        os.write(fd, b'\\xff' * 64)\n    except OSError:\n        pass\n"
    grade = arena.grade(task.reference + attack, task)
    assert grade.reward == 0.0
    assert not grade.solved
    assert "tamper:protocol" in grade.flags
    assert grade.components["integrity"].value == 0.0


def test_a_submission_that_ends_itself_has_only_failed(arena: ca.Arena) -> None:
    grade = arena.grade("import os\ndef average(numbers):\n    os._exit(0)\n", "easy/average-list")
    assert grade.components["integrity"].value == 1.0
    assert grade.components["tests"].value == 0.0
    assert grade.flags == ("exit",)
