"""Values travel between processes and come back as they were."""

from __future__ import annotations

import pickle

import pytest

import codearena
from codearena.core.config import Config
from codearena.core.idle import idle_submissions

TASK = "easy/average-list"
NAMES = (
    "task",
    "view",
    "submission",
    "several files",
    "plan",
    "profile",
    "grade",
    "wrong grade",
    "evidence",
    "component",
    "registration",
    "config",
    "scorer compiles",
    "scorer integrity",
    "scorer tests",
)


@pytest.fixture(scope="module")
def values(arena: codearena.Arena) -> dict[str, object]:
    """One of each, made as users come by them."""
    task = arena.load_task(TASK)
    grade = arena.grade(task.reference, task)
    return {
        "task": task,
        "view": task.view(),
        "submission": codearena.Submission.of(task.reference),
        "several files": codearena.Submission.of({"solution.py": "import helper", "helper.py": ""}),
        "plan": arena.plan(task),
        "profile": arena.config.profiles["default"],
        "grade": grade,
        "wrong grade": arena.grade(task.starter, task),
        "evidence": grade.evidence[0],
        "component": grade.components["tests"],
        "registration": arena.registration(task),
        "config": Config(plugins=("example==1.0.0",), workers=3),
        **{f"scorer {name}": arena.scorers[name] for name in ("compiles", "integrity", "tests")},
    }


@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
@pytest.mark.parametrize("name", NAMES)
def test_a_value_survives_pickling(values: dict[str, object], name: str, protocol: int) -> None:
    value = values[name]
    again = pickle.loads(pickle.dumps(value, protocol))
    assert again == value
    assert type(again) is type(value)
    assert getattr(again, "digest", None) == getattr(value, "digest", None)


def test_every_built_in_scorer_is_found_again_by_its_name(arena: codearena.Arena) -> None:
    for scorer in arena.scorers.values():
        assert pickle.loads(pickle.dumps(scorer)) is scorer


def test_every_idle_submission_survives_pickling(arena: codearena.Arena) -> None:
    for submission in idle_submissions(arena.load_task(TASK)).values():
        assert pickle.loads(pickle.dumps(submission)) == submission


def test_grades_task_and_plan_come_back_from_plain_data(values: dict[str, object]) -> None:
    for name in ("task", "submission", "plan", "grade", "wrong grade", "evidence", "registration"):
        value = values[name]
        assert type(value).from_dict(value.to_dict()) == value  # type: ignore[attr-defined]
