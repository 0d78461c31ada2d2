"""What the built-in profiles pay, in the numbers that are relied on from outside."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import pytest

from codearena.builtins import PLUGINS
from codearena.core.compose import RULES, Composition, compose
from codearena.core.config import load_config
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Plan, Profile, check_profile, make_plan
from codearena.core.plugins import Plugins
from codearena.core.profiles import DEFAULT, HYBRID, MULTILEVEL, PROFILES
from codearena.core.task import Task

Value = float | Status
SCORERS = Plugins(load_config(start=Path("/"), environ={}, plugins=()), PLUGINS).scorers()
TASK = Task(id="made/task", prompt="", tests=(), reference="", properties="def test_it(): ...", workload="def inputs(): ...")
BARE = dataclasses.replace(TASK, properties="", workload="")
UNPROVED = dataclasses.replace(TASK, properties="")
JUDGES = ("judge-correctness", "judge-security", "judge-quality")
QUALITY = ("complexity", "security", "quality")


def without(profile: Profile, *declined: str) -> Plan:
    """Return the plan of a task that these scorers decline."""
    others = {name: dataclasses.replace(each, applies=lambda _: False) if name in declined else each for name, each in SCORERS.items()}
    return make_plan(profile, UNPROVED, others)


def pays(plan: Plan, **values: Value) -> Composition:
    """Compose these values, the constants that the plan declares, and full marks for the rest."""
    card = {}
    for term in plan.terms:
        value = values.get(term.scorer.replace("-", "_"), 1.0 if term.declared is None else term.declared)
        card[term.scorer] = Evidence(value=None, status=value) if isinstance(value, Status) else Evidence(value=value)
    return compose(card, plan)


def weights(plan: Plan) -> dict[str, float]:
    return {term.scorer: term.weight for term in plan.terms if term.role != "advisory" and term.weight}


def test_there_are_these_profiles() -> None:
    assert PROFILES == {"default": DEFAULT, "hybrid": HYBRID, "multilevel": MULTILEVEL}
    assert [profile.rule for profile in PROFILES.values()] == ["correctness-first", "hybrid", "weighted-sum"] == list(RULES)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_built_in_profile_makes_sense_and_says_what_it_is_for(profile: Profile) -> None:
    check_profile(profile)
    assert profile.about
    gates = [entry.scorer for entry in profile.entries if entry.role == "gate"]
    assert gates == ["compiles", "integrity"]
    assert {entry.scorer for entry in profile.entries} <= set(SCORERS)
    assert "properties" in [entry.scorer for entry in profile.entries]  # or a task would count as solved without them


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("task", [TASK, BARE, UNPROVED], ids=["full", "bare", "unproved"])
@pytest.mark.parametrize("judge", ["", "wise"])
def test_weights_and_what_solving_earns_make_a_whole(profile: Profile, task: Task, judge: str) -> None:
    plan = make_plan(profile, task, SCORERS, judge=judge)
    assert sum(weights(plan).values()) + plan.solving == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("gate", ["compiles", "integrity"])
def test_a_closed_gate_leaves_nothing(profile: Profile, gate: str) -> None:
    assert pays(make_plan(profile, TASK, SCORERS), **{gate: 0.0}) == Composition(reward=0.0, solved=False, shares=())


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_what_we_failed_to_measure_leaves_no_reward(profile: Profile) -> None:
    plan = make_plan(profile, TASK, SCORERS, judge="wise")
    for term in plan.terms:
        made = pays(plan, **{term.scorer.replace("-", "_"): Status.FAILED})
        assert (made.reward is None) == (term.role != "advisory"), term.scorer
        assert made.solved == (term.role == "advisory")


# ---------------------------------------------------------------------------------------------------- default


def test_default_weighs_this() -> None:
    plan = make_plan(DEFAULT, TASK, SCORERS)
    assert weights(plan) == {"tests": 0.55, "efficiency": 0.3, "complexity": 0.05, "security": 0.05, "quality": 0.05}
    assert plan.solving == 0.0


@pytest.mark.parametrize(
    ("values", "idle", "reward", "solved"),
    [
        ({}, 0.0, 1.0, True),
        ({}, 0.4, 1.0, True),
        ({"tests": 0.0, "properties": 0.0}, 0.0, 0.0, False),
        ({"tests": 0.25, "properties": 0.25}, 0.25, 0.0, False),
        ({"tests": 0.5, "properties": 0.5}, 0.0, 0.35, False),
        ({"tests": 0.5, "properties": 0.5}, 0.25, 0.233333333, False),
        ({"properties": 0.0}, 0.0, 0.49, False),
        ({"tests": 0.0}, 0.0, 0.21, False),
        ({"tests": 0.5, "properties": 0.5, "quality": 0.0, "security": 0.5}, 0.0, 0.3125, False),
        ({"efficiency": 0.0}, 0.0, 0.7, True),
        ({"efficiency": 0.5}, 0.0, 0.85, True),
        ({"efficiency": 0.0, "complexity": 0.0, "security": 0.0, "quality": 0.0}, 0.0, 0.55, True),
        ({"quality": 0.2}, 0.4, 0.96, True),
        ({"tests": 0.999_999_999_99}, 0.0, 0.7, False),
    ],
)
def test_default_pays_this(values: Mapping[str, float], idle: float, reward: float, solved: bool) -> None:
    made = pays(make_plan(DEFAULT, TASK, SCORERS, idle=idle), **values)
    assert (made.reward, made.solved) == (reward, solved)


def test_under_default_a_declined_efficiency_is_earned_by_solving() -> None:
    plan = make_plan(DEFAULT, BARE, SCORERS)
    assert (weights(plan)["tests"], plan.solving) == (0.55, 0.3)
    assert pays(plan).reward == 1.0
    assert pays(plan, quality=0.0).reward == 0.95
    assert pays(plan, tests=0.5).reward == 0.35
    assert pays(plan, tests=0.999_999_999_99).reward == 0.7


@pytest.mark.parametrize(("declined", "base"), [(("security",), 0.6), (("security", "quality"), 0.65), (QUALITY, 0.7)])
def test_under_default_a_declined_quality_term_joins_correctness(declined: tuple[str, ...], base: float) -> None:
    plan = without(DEFAULT, *declined)
    assert weights(plan)["tests"] == base
    assert pays(plan).reward == 1.0
    worst = pays(plan, efficiency=0.0, complexity=0.0, security=0.0, quality=0.0)
    assert (worst.reward, worst.solved) == (base, True)
    assert pays(plan, tests=0.5).reward == 0.35


def test_under_default_judges_only_advise() -> None:
    judged = make_plan(DEFAULT, TASK, SCORERS, judge="wise")
    assert [term.scorer for term in judged.terms if term.role == "advisory"] == list(JUDGES)
    assert pays(judged, judge_correctness=0.0, judge_security=Status.FAILED, judge_quality=0.0).reward == 1.0
    alone = make_plan(DEFAULT, TASK, SCORERS)
    assert not [term.scorer for term in alone.terms if term.scorer in JUDGES]
    assert weights(judged) == weights(alone)


# ---------------------------------------------------------------------------------------------------- hybrid


def test_hybrid_weighs_this() -> None:
    judges = dict(zip(JUDGES, (0.1, 0.05, 0.05), strict=True))
    expected = {"compiles": 0.15, "tests": 0.35, "efficiency": 0.3, **judges}
    assert weights(make_plan(HYBRID, TASK, SCORERS)) == weights(make_plan(HYBRID, TASK, SCORERS, judge="wise")) == expected


@pytest.mark.parametrize(
    ("values", "reward"),
    [
        ({}, 0.9),  # the ceiling
        ({"tests": 0.0, "properties": 0.0, "efficiency": 0.0}, 0.25),  # an idle file that compiles
        ({"tests": 0.0}, 0.25),  # efficiency pays nothing before all tests pass
        ({"tests": 0.5}, 0.425),
        ({"tests": 0.999, "efficiency": 1.0}, 0.59965),
        ({"efficiency": 0.5}, 0.75),
        ({"efficiency": 0.0}, 0.6),
        ({"properties": 0.0}, 0.9),
    ],
)
@pytest.mark.parametrize("idle", [0.0, 0.5])
def test_hybrid_without_a_judge_pays_this(values: Mapping[str, float], reward: float, idle: float) -> None:
    plan = make_plan(HYBRID, TASK, SCORERS, idle=idle)
    assert [(term.scorer, term.declared) for term in plan.terms if term.declared is not None] == [(name, 0.5) for name in JUDGES]
    assert pays(plan, **values).reward == reward


@pytest.mark.parametrize(
    ("values", "reward"),
    [
        ({}, 1.0),
        ({"judge_correctness": 0.0, "judge_security": 0.0, "judge_quality": 0.0}, 0.8),
        ({"judge_correctness": 0.5, "judge_security": 0.5, "judge_quality": 0.5}, 0.9),
        ({"judge_correctness": 0.25}, 0.925),
        ({"tests": 0.0, "judge_quality": 0.0}, 0.3),
    ],
)
def test_hybrid_with_a_judge_pays_this(values: Mapping[str, float], reward: float) -> None:
    plan = make_plan(HYBRID, TASK, SCORERS, judge="wise")
    assert not [term for term in plan.terms if term.declared is not None]
    assert pays(plan, **values).reward == reward


def test_hybrid_calls_solved_what_all_call_solved() -> None:
    plan = make_plan(HYBRID, TASK, SCORERS)
    assert pays(plan).solved
    assert not pays(plan, properties=0.999).solved
    assert not pays(plan, tests=0.999).solved
    assert pays(plan, efficiency=0.0).solved


def test_under_hybrid_a_declined_efficiency_is_earned_by_passing_all_tests() -> None:
    plan = make_plan(HYBRID, BARE, SCORERS)
    assert plan.solving == 0.3
    assert pays(plan).reward == 0.9
    assert pays(plan, tests=0.5).reward == 0.425


# ---------------------------------------------------------------------------------------------------- multilevel


def test_multilevel_weighs_this() -> None:
    plan = make_plan(MULTILEVEL, TASK, SCORERS)
    assert weights(plan) == {"compiles": 0.2, "execution": 0.3, "tests": 0.3, "efficiency": 0.1, "quality": 0.1}
    (quality,) = (dict(term.options) for term in plan.terms if term.scorer == "quality")
    parts = {"pep8": True, "cyclomatic": True, "security": True, "pylint": False, "maintainability": False, "relative": False}
    assert quality == {**parts, "max_complexity": 10}


@pytest.mark.parametrize(
    ("values", "reward"),
    [
        ({}, 1.0),
        ({"execution": 0.0, "tests": 0.0, "efficiency": 0.0}, 0.3),  # an idle file that compiles and is tidy
        ({"tests": 0.0, "efficiency": 0.0}, 0.6),
        ({"execution": 0.5, "tests": 0.25, "efficiency": 0.0, "quality": 0.5}, 0.475),
        ({"quality": 0.0}, 0.9),
        ({"efficiency": 0.5}, 0.95),
    ],
)
def test_multilevel_pays_this(values: Mapping[str, float], reward: float) -> None:
    assert pays(make_plan(MULTILEVEL, TASK, SCORERS), **values).reward == reward
