"""A plan holds everything besides task and submission that a reward depends on, and is named by it."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from codearena.core.case import Case
from codearena.core.contracts import Scorer, Stage
from codearena.core.errors import ConfigError, UnknownScorerError
from codearena.core.plan import DEFAULT, PROFILES, Entry, Plan, Profile, Term, find_profile, make_plan
from codearena.core.task import Task

TASK = Task(id="made/task", prompt="", tests=(), reference="")


def full_marks(case: Case) -> float:
    return 1.0


def offered(name: str, stage: Stage = "static", version: str = "1", applies: Callable[[Task], bool] | None = None) -> Scorer:
    return Scorer(name=name, function=full_marks, stage=stage, version=version, applies=applies)


SCORERS = {
    each.name: each
    for each in (
        offered("opinion", "judge"),
        offered("tests", "execution", "4"),
        offered("integrity", "execution"),
        offered("compiles"),
        offered("style"),
        offered("speed", "execution", applies=lambda task: "fast" in task.tags),
    )
}
PROFILE = Profile(
    name="house",
    entries=(
        Entry(scorer="opinion"),
        Entry(scorer="tests", role="weighted", weight=0.65),
        Entry(scorer="style", role="weighted", weight=0.05, options=(("width", 100), ("words", "plain"))),
        Entry(scorer="integrity", role="gate"),
        Entry(scorer="compiles", role="gate"),
        Entry(scorer="speed", role="weighted", weight=0.1),
    ),
)
FULL = make_plan(PROFILE, dataclasses.replace(TASK, tags=("fast",)), SCORERS, idle=0.25, seed=3)


def test_cheap_stages_come_first_and_otherwise_the_order_of_the_profile() -> None:
    assert [term.scorer for term in FULL.terms] == ["style", "compiles", "tests", "integrity", "speed", "opinion"]
    assert [term.stage for term in FULL.terms] == ["static", "static", "execution", "execution", "execution", "judge"]


def test_a_term_joins_what_the_profile_and_the_scorer_say() -> None:
    assert FULL.terms[0] == Term(
        scorer="style",
        version="1",
        where=f"{__name__}:full_marks",
        stage="static",
        role="weighted",
        weight=0.05,
        options=(("width", 100), ("words", "plain")),
    )
    assert FULL.terms[2].version == "4"
    assert (FULL.profile, FULL.rule, FULL.idle, FULL.seed) == ("house", "correctness-first", 0.25, 3)


def test_a_scorer_that_declines_the_task_is_left_out() -> None:
    assert "speed" not in [term.scorer for term in make_plan(PROFILE, TASK, SCORERS).terms]


def test_a_scorer_that_nobody_offers_is_named_with_the_nearest_one() -> None:
    profile = Profile(name="house", entries=(Entry(scorer="tests", role="weighted"), Entry(scorer="styl")))
    with pytest.raises(UnknownScorerError, match=r"'house' names the scorer 'styl', .*\(did you mean 'style'\?\)"):
        make_plan(profile, TASK, SCORERS)


def test_the_same_makes_the_same_plan() -> None:
    again = make_plan(PROFILE, dataclasses.replace(TASK, tags=("fast",)), SCORERS, idle=0.25, seed=3)
    assert again == FULL
    assert again.digest == FULL.digest


@pytest.mark.parametrize(
    "other",
    [
        dataclasses.replace(FULL, profile="other"),
        dataclasses.replace(FULL, rule="another-rule"),
        dataclasses.replace(FULL, terms=FULL.terms[:-1]),
        dataclasses.replace(FULL, terms=FULL.terms[::-1]),
        dataclasses.replace(FULL, idle=0.5),
        dataclasses.replace(FULL, seed=4),
        *(
            dataclasses.replace(FULL, terms=(dataclasses.replace(FULL.terms[0], **change), *FULL.terms[1:]))
            for change in (
                {"scorer": "other"},
                {"version": "2"},
                {"where": "elsewhere:full_marks"},
                {"stage": "judge"},
                {"role": "gate"},
                {"weight": 0.06},
                {"options": ()},
                {"options": (("width", 101), ("words", "plain"))},
            )
        ),
    ],
)
def test_any_difference_changes_the_digest(other: Plan) -> None:
    assert other.digest != FULL.digest


def test_a_plan_comes_back_from_json_and_from_a_pickle() -> None:
    text = json.dumps(FULL.to_dict())
    for again in (Plan.from_dict(json.loads(text)), pickle.loads(pickle.dumps(FULL))):
        assert again == FULL
        assert again.digest == FULL.digest
        assert json.dumps(again.to_dict()) == text


def test_the_default_profile_pays_for_being_right_and_closes_on_attacks() -> None:
    assert PROFILES["default"] == DEFAULT
    roles = {entry.scorer: (entry.role, entry.weight) for entry in DEFAULT.entries}
    assert roles == {"compiles": ("gate", 0.0), "tests": ("weighted", 0.7), "integrity": ("gate", 0.0)}


def test_a_profile_is_found_by_name() -> None:
    assert find_profile("house", {"house": PROFILE, "default": DEFAULT}) is PROFILE


def test_a_profile_that_is_not_there_is_named_with_the_nearest_and_with_all() -> None:
    with pytest.raises(ConfigError, match=r"'hous' \(did you mean 'house'\?\); known: default, house"):
        find_profile("hous", {"house": PROFILE, "default": DEFAULT})


@pytest.mark.parametrize(("value", "name"), [(FULL, "seed"), (FULL.terms[0], "weight"), (PROFILE, "name"), (PROFILE.entries[0], "weight")])
def test_a_plan_does_not_change(value: Any, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, 1)
