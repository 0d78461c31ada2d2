"""A plan holds everything besides task and submission that a reward depends on, and is named by it."""

from __future__ import annotations

import dataclasses
import itertools
import json
import math
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from codearena.core.case import Case
from codearena.core.contracts import STAGES, Scorer, Stage
from codearena.core.errors import ConfigError, UnknownScorerError
from codearena.core.plan import Entry, Plan, Profile, Term, check_profile, find_profile, make_plan
from codearena.core.profiles import DEFAULT
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
        offered("tidiness", "analysis"),
        offered("taste", "judge"),
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
        Entry(scorer="tidiness"),
        Entry(scorer="taste", role="weighted", weight=0.1, fallback=0.5),
    ),
)
FAST = dataclasses.replace(TASK, tags=("fast",))
FULL = make_plan(PROFILE, FAST, SCORERS, idle=0.25, seed="3", judge="wise")
ORDERS = list(itertools.islice(itertools.permutations(PROFILE.entries), 0, None, 4999))
BARE = make_plan(PROFILE, FAST, SCORERS, idle=0.25, seed="3")


def test_gates_over_the_text_come_first_then_cheap_stages_and_otherwise_the_order_of_the_profile() -> None:
    assert [term.scorer for term in FULL.terms] == ["compiles", "style", "tests", "integrity", "speed", "tidiness", "opinion", "taste"]
    stages = ["static", "static", "execution", "execution", "execution", "analysis", "judge", "judge"]
    assert [term.stage for term in FULL.terms] == stages


@pytest.mark.parametrize("entries", ORDERS, ids=range(len(ORDERS)))
def test_whatever_the_profile_s_order_gates_over_the_text_and_cheap_stages_come_first(entries: tuple[Entry, ...]) -> None:
    plan = make_plan(dataclasses.replace(PROFILE, entries=entries), FAST, SCORERS, judge="wise")
    assert plan.terms[0].scorer == "compiles"
    assert [STAGES.index(term.stage) for term in plan.terms] == sorted(STAGES.index(term.stage) for term in plan.terms)
    for stage in STAGES:
        given = [entry.scorer for entry in entries if SCORERS[entry.scorer].stage == stage and entry.scorer != "compiles"]
        assert [term.scorer for term in plan.terms if term.stage == stage and term.scorer != "compiles"] == given


def test_a_term_joins_what_the_profile_and_the_scorer_say() -> None:
    assert FULL.terms[1] == Term(
        scorer="style",
        version="1",
        where=f"{__name__}:full_marks",
        stage="static",
        role="weighted",
        weight=0.05,
        options=(("width", 100), ("words", "plain")),
    )
    assert FULL.terms[2].version == "4"
    assert (FULL.profile, FULL.rule, FULL.idle, FULL.seed, FULL.judge) == ("house", "correctness-first", 0.25, "3", "wise")


def test_a_scorer_that_declines_the_task_is_left_out() -> None:
    assert "speed" not in [term.scorer for term in make_plan(PROFILE, TASK, SCORERS).terms]


def test_a_scorer_that_nobody_offers_is_named_with_the_nearest_one() -> None:
    profile = Profile(name="house", entries=(Entry(scorer="tests", role="weighted"), Entry(scorer="styl")))
    with pytest.raises(UnknownScorerError, match=r"'house' names the scorer 'styl', .*\(did you mean 'style'\?\)"):
        make_plan(profile, TASK, SCORERS)


def test_the_same_makes_the_same_plan() -> None:
    again = make_plan(PROFILE, FAST, SCORERS, idle=0.25, seed="3", judge="wise")
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
        dataclasses.replace(FULL, seed="4"),
        dataclasses.replace(FULL, solving=0.25),
        dataclasses.replace(FULL, judge="wiser"),
        *(
            dataclasses.replace(FULL, terms=(FULL.terms[0], dataclasses.replace(FULL.terms[1], **change), *FULL.terms[2:]))
            for change in (
                {"scorer": "other"},
                {"version": "2"},
                {"where": "elsewhere:full_marks"},
                {"stage": "judge"},
                {"role": "gate"},
                {"weight": 0.06},
                {"declared": 0.0},
                {"options": ()},
                {"options": (("width", 101), ("words", "plain"))},
            )
        ),
    ],
)
def test_any_difference_changes_the_digest(other: Plan) -> None:
    assert other.digest != FULL.digest


@pytest.mark.parametrize("plan", [FULL, BARE], ids=["judged", "declared"])
def test_a_plan_comes_back_from_json_and_from_a_pickle(plan: Plan) -> None:
    text = json.dumps(plan.to_dict())
    for again in (Plan.from_dict(json.loads(text)), pickle.loads(pickle.dumps(plan))):
        assert again == plan
        assert again.digest == plan.digest
        assert json.dumps(again.to_dict()) == text


def test_lists_in_options_come_back_too() -> None:
    words = Entry(scorer="style", options=(("words", ["a", ["b", {"c": [1]}]]),))
    plan = make_plan(Profile(name="house", entries=(*PROFILE.entries[1:2], words)), TASK, SCORERS)
    assert plan.terms[0].options == (("words", ("a", ("b", {"c": [1]}))),)
    assert Plan.from_dict(json.loads(json.dumps(plan.to_dict()))) == plan


# ---------------------------------------------------------------------------------------------------- weights


def weights(plan: Plan) -> dict[str, float]:
    return {term.scorer: term.weight for term in plan.terms if term.weight}


def test_tests_get_what_nobody_beside_correctness_claims() -> None:
    assert weights(FULL) == {"style": 0.05, "tests": 0.45, "speed": 0.1, "taste": 0.1}
    assert FULL.solving == 0.3
    assert weights(make_plan(PROFILE, TASK, SCORERS, judge="wise")) == {"style": 0.05, "tests": 0.55, "taste": 0.1}


def ruled(rule: str, **weights: float) -> Profile:
    """Return a profile of a gate and weighted scorers."""
    entries = [Entry(scorer=name, role="gate" if name == "compiles" else "weighted", weight=weight) for name, weight in weights.items()]
    return Profile(name="house", rule=rule, entries=tuple(entries))


EFFICIENT = SCORERS | {
    each.name: each
    for each in (
        offered("efficiency", "execution", applies=lambda task: "fast" in task.tags),
        offered("properties", "execution", applies=lambda task: "proved" in task.tags),
        offered("narrow-gate", applies=lambda task: "narrow" in task.tags),
    )
}


@pytest.mark.parametrize(("tags", "weight", "solving"), [(("fast",), 0.2, 0.1), ((), 0.0, 0.3)])
def test_solving_earns_what_efficiency_does_not(tags: tuple[str, ...], weight: float, solving: float) -> None:
    plan = make_plan(ruled("correctness-first", tests=0.7, efficiency=0.2), dataclasses.replace(TASK, tags=tags), EFFICIENT)
    assert (weights(plan).get("efficiency", 0.0), plan.solving) == (weight, solving)
    assert weights(plan)["tests"] == 0.7


@pytest.mark.parametrize("rule", ["hybrid", "weighted-sum"])
@pytest.mark.parametrize(
    ("tags", "expected", "solving"),
    [
        (("fast", "proved"), {"compiles": 0.2, "tests": 0.3, "properties": 0.1, "efficiency": 0.4}, 0.0),
        (("fast",), {"compiles": 0.2, "tests": 0.4, "efficiency": 0.4}, 0.0),
        (("proved",), {"compiles": 0.2, "tests": 0.3, "properties": 0.1}, 0.4),
        ((), {"compiles": 0.2, "tests": 0.4}, 0.4),
    ],
)
def test_under_a_sum_what_is_declined_goes_to_tests_and_efficiency_s_part_to_solving(
    rule: str, tags: tuple[str, ...], expected: dict[str, float], solving: float
) -> None:
    profile = ruled(rule, compiles=0.2, tests=0.3, properties=0.1, efficiency=0.4)
    plan = make_plan(profile, dataclasses.replace(TASK, tags=tags), EFFICIENT)
    assert (weights(plan), plan.solving) == (expected, solving)


def test_a_gate_that_declines_the_task_leaves_its_weight_to_tests() -> None:
    narrow = Entry(scorer="narrow-gate", role="gate", weight=0.25)
    profile = Profile(name="house", rule="weighted-sum", entries=(Entry(scorer="tests", role="weighted", weight=0.75), narrow))
    assert weights(make_plan(profile, dataclasses.replace(TASK, tags=("narrow",)), EFFICIENT)) == {"narrow-gate": 0.25, "tests": 0.75}
    assert weights(make_plan(profile, TASK, EFFICIENT)) == {"tests": 1.0}


# ---------------------------------------------------------------------------------------------------- judges


def test_without_a_judge_its_scorers_stand_at_the_declared_constant_or_are_left_out() -> None:
    assert [term.scorer for term in BARE.terms] == ["compiles", "style", "tests", "integrity", "speed", "tidiness", "taste"]
    assert [term.declared for term in BARE.terms] == [None] * 6 + [0.5]
    assert BARE.terms[-1] == dataclasses.replace(FULL.terms[-1], declared=0.5)
    assert weights(BARE) == weights(FULL)
    assert BARE.judge == ""


def test_with_a_judge_nothing_is_declared() -> None:
    assert [term.declared for term in FULL.terms] == [None] * 8


def test_who_could_judge_makes_no_difference_where_nothing_is_judged() -> None:
    profile = dataclasses.replace(PROFILE, entries=PROFILE.entries[1:-1])
    assert make_plan(profile, FAST, SCORERS, judge="wise") == make_plan(profile, FAST, SCORERS)


@pytest.mark.parametrize(
    "entry",
    [
        Entry(scorer="taste", role="weighted", weight=0.1),
        Entry(scorer="taste", role="gate"),
        Entry(scorer="taste", role="gate", fallback=1.0),
    ],
)
def test_a_judge_that_matters_and_is_not_there_is_said_with_what_to_do(entry: Entry) -> None:
    profile = Profile(name="house", entries=(PROFILE.entries[1], entry))
    with pytest.raises(ConfigError, match=r"'house' weighs 'taste', which needs a judge: set judge_model, or a fallback"):
        make_plan(profile, TASK, SCORERS)
    assert make_plan(profile, TASK, SCORERS, judge="wise").judge == "wise"


# ---------------------------------------------------------------------------------------------------- profiles


def test_a_profile_is_found_by_name() -> None:
    assert find_profile("house", {"house": PROFILE, "default": DEFAULT}) is PROFILE


def test_a_profile_that_is_not_there_is_named_with_the_nearest_and_with_all() -> None:
    with pytest.raises(ConfigError, match=r"'hous' \(did you mean 'house'\?\); known: default, house"):
        find_profile("hous", {"house": PROFILE, "default": DEFAULT})


@pytest.mark.parametrize(("value", "name"), [(FULL, "seed"), (FULL.terms[0], "weight"), (PROFILE, "name"), (PROFILE.entries[0], "weight")])
def test_a_plan_does_not_change(value: Any, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, 1)


TESTS = Entry(scorer="tests", role="weighted", weight=0.5)


def refused(said: str, *entries: Entry, rule: str = "correctness-first") -> None:
    """Check that a profile is refused, wherever it is met first."""
    profile = Profile(name="house", entries=entries, rule=rule)
    for check in (check_profile, lambda profile: make_plan(profile, TASK, SCORERS)):
        with pytest.raises(ConfigError, match=f"profile 'house'{said}"):
            check(profile)


def test_a_scorer_stands_in_a_profile_once() -> None:
    refused(" names style, tests more than once", TESTS, Entry(scorer="style"), Entry(scorer="style"), Entry(scorer="tests"))


def test_a_profile_weighs_tests() -> None:
    without = " does not weigh the scorer 'tests'"
    refused(without, Entry(scorer="style", role="weighted", weight=0.1))
    refused(without, Entry(scorer="tests", role="gate"))
    refused(without, Entry(scorer="tests"))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("weighted-sums", r"'weighted-sums' \(did you mean 'weighted-sum'\?\); known: correctness-first, hybrid, weighted-sum"),
        ("", "''; known"),
    ],
)
def test_a_rule_that_does_not_exist_is_named_with_the_nearest(rule: str, said: str) -> None:
    refused(f" uses the rule {said}", TESTS, rule=rule)


def test_under_correctness_first_gates_earn_nothing() -> None:
    refused(
        ": the gate 'compiles' has a weight; under the rule 'correctness-first' gates",
        TESTS,
        Entry(scorer="compiles", role="gate", weight=0.2),
    )


@pytest.mark.parametrize("rule", ["hybrid", "weighted-sum"])
@pytest.mark.parametrize(("weight", "total"), [(0.2, "0.9"), (0.3 + 1e-6, "1"), (0.5, "1.2")])
def test_under_a_sum_weights_sum_to_one(rule: str, weight: float, total: str) -> None:
    gate, advice = Entry(scorer="compiles", role="gate", weight=0.2), Entry(scorer="opinion", weight=0.7)
    refused(
        f": under the rule '{rule}' the weights must sum to 1, not {total}",
        *(TESTS, gate, advice, Entry(scorer="style", role="weighted", weight=weight)),
        rule=rule,
    )
    check_profile(Profile(name="house", rule=rule, entries=(TESTS, gate, advice, Entry(scorer="style", role="weighted", weight=0.3))))


def test_weights_of_a_sum_may_be_off_by_what_floating_point_blurs() -> None:
    thirds = [Entry(scorer=name, role="weighted", weight=0.333_333_333_4) for name in ("tests", "style", "speed")]
    assert math.fsum(entry.weight for entry in thirds) != 1.0
    check_profile(Profile(name="house", rule="weighted-sum", entries=tuple(thirds)))


@pytest.mark.parametrize(("others", "fine"), [((0.1, 0.2, 0.4), True), ((0.7,), True), ((0.700_001,), False), ((0.4, 0.301), False)])
def test_under_correctness_first_what_is_beside_correctness_sums_to_at_most_0_70(others: tuple[float, ...], fine: bool) -> None:
    entries = (TESTS, *(Entry(scorer=f"s{number}", role="weighted", weight=weight) for number, weight in enumerate(others)))
    entries += (Entry(scorer="efficiency", role="weighted", weight=0.3), Entry(scorer="properties", role="weighted"))
    if fine:
        check_profile(Profile(name="house", entries=entries))
    else:
        refused(r": the weights beside correctness sum to more than 0\.70", *entries)


def test_under_correctness_first_efficiency_weighs_at_most_0_30() -> None:
    refused(r": efficiency weighs more than 0\.30", TESTS, Entry(scorer="efficiency", role="weighted", weight=0.31))


NO_SHARES: list[Any] = [-0.1, 1.001, float("nan"), float("inf"), True, "0.1", None]


@pytest.mark.parametrize("value", NO_SHARES, ids=repr)
def test_a_weight_is_a_share(value: Any) -> None:
    refused(f", scorer 'style': weight must be a number from 0 to 1, not {value!r}", TESTS, Entry(scorer="style", weight=value))


@pytest.mark.parametrize("value", NO_SHARES[:-1], ids=repr)
def test_a_declared_constant_is_a_share(value: Any) -> None:
    refused(f", scorer 'taste': fallback must be a number from 0 to 1, not {value!r}", TESTS, Entry(scorer="taste", fallback=value))


def test_a_role_that_does_not_exist_is_named_with_the_nearest() -> None:
    role: Any = "weigted"
    refused(
        r", scorer 'style': role 'weigted' is not one of gate, weighted, advisory \(did you mean 'weighted'\?\)",
        TESTS,
        Entry(scorer="style", role=role),
    )
