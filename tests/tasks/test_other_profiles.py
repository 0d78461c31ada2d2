"""On every task the other profiles pay at most and at least what their page says."""

from __future__ import annotations

import pytest

import codearena as ca
from codearena.core.idle import CONSTANTS, idle_submissions
from codearena.tasks.bundled import Bundled

IDS = Bundled().ids()


@pytest.mark.parametrize("task_id", IDS)
def test_without_a_judge_hybrid_goes_from_a_quarter_to_nine_tenths(arena: ca.Arena, task_id: str) -> None:
    task = arena.load_task(task_id)
    assert arena.grade(task.reference, task, "hybrid").reward == 0.9
    assert arena.grade("", task, "hybrid").reward == 0.25


@pytest.mark.parametrize("task_id", IDS)
def test_multilevel_goes_from_three_tenths_to_one(arena: ca.Arena, task_id: str) -> None:
    task = arena.load_task(task_id)
    assert arena.grade(task.reference, task, "multilevel").reward == 1.0
    assert arena.grade("", task, "multilevel").reward == pytest.approx(0.3)


@pytest.mark.parametrize("profile", ["hybrid", "multilevel"])
def test_what_doing_nothing_earns_at_most_is_far_below_what_being_right_does(arena: ca.Arena, profile: str) -> None:
    idle = [
        (code, arena.load_task(task_id))
        for task_id in IDS
        for name, code in idle_submissions(arena.load_task(task_id)).items()
        if name in {f"returns {constant}" for constant in CONSTANTS}
    ]
    rewards = [grade.score() for grade in arena.grade_many(idle, profile)]
    assert max(rewards) < {"hybrid": 0.55, "multilevel": 0.85}[profile]
