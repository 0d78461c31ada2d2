"""What a reward is made of, in numbers that can be checked by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from codearena.core import plan as planning
from codearena.core.compose import RULES, Composition, compose, correctness, is_decided, is_open, share_passed, weight_of
from codearena.core.errors import ConfigError
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Plan, Role, Term

Value = float | Status


def term(name: str, role: Role = "weighted", weight: float = 0.0) -> Term:
    return Term(scorer=name, version="1", where="m:f", stage="static", role=role, weight=weight)


DEFAULT = (term("compiles", "gate"), term("tests", weight=0.7), term("integrity", "gate"))
HOUSE = (
    DEFAULT[0],
    term("tests", weight=0.55),
    DEFAULT[2],
    term("style", weight=0.05),
    term("speed", weight=0.1),
    term("opinion", "advisory"),
)


def composed(
    terms: tuple[Term, ...], values: Mapping[str, Value], *, idle: float = 0.0, rule: str = "correctness-first", solving: float = 0.3
) -> Composition:
    """Compose under ``terms`` with these values, and full marks for the rest."""
    card = {}
    for each in terms:
        value = values.get(each.scorer, 1.0)
        if isinstance(value, Status):
            card[each.scorer] = Evidence(value=None, scorer=each.scorer, status=value)
        else:
            card[each.scorer] = Evidence(value=value, scorer=each.scorer)
    return compose(card, Plan(profile="house", rule=rule, terms=terms, idle=idle, solving=solving))


@pytest.mark.parametrize("idle", [0.0, 0.25, 0.9])
@pytest.mark.parametrize("terms", [DEFAULT, HOUSE])
def test_full_marks_earn_exactly_one(terms: tuple[Term, ...], idle: float) -> None:
    assert composed(terms, {}, idle=idle).reward == 1.0


@pytest.mark.parametrize("idle", [0.0, 0.25, 0.9])
@pytest.mark.parametrize("terms", [DEFAULT, HOUSE])
def test_what_doing_nothing_passes_earns_nothing(terms: tuple[Term, ...], idle: float) -> None:
    made = composed(terms, {"tests": idle}, idle=idle)
    assert made.reward == 0.0
    assert not made.solved


@pytest.mark.parametrize(
    ("values", "idle", "reward"),
    [
        ({"tests": 0.5}, 0.0, 0.35),
        ({"tests": 0.5}, 0.25, 0.233333333),  # a third of what doing nothing leaves, of 0.70
        ({"tests": 0.1}, 0.25, 0.0),
        ({"tests": 0.5, "style": 0.0}, 0.0, 0.325),
        ({"tests": 0.5, "style": 0.0, "speed": 0.5}, 0.0, 0.3),
        ({"style": 0.0}, 0.0, 0.95),
        ({"style": 0.0, "speed": 0.0}, 0.0, 0.85),
        ({"tests": 0.0}, 0.0, 0.0),
        ({"opinion": 0.0}, 0.0, 1.0),
    ],
)
def test_a_reward_is_this_sum(values: Mapping[str, Value], idle: float, reward: float) -> None:
    assert composed(HOUSE, values, idle=idle).reward == reward


def test_what_is_unsolved_never_earns_more_than_0_70() -> None:
    assert composed(HOUSE, {"tests": 0.999_999_999_9}).reward == 0.7


def test_a_quality_term_pays_nothing_for_code_that_is_not_right() -> None:
    assert composed(HOUSE, {"tests": 0.0, "style": 1.0, "speed": 1.0}).reward == 0.0


def test_without_terms_beside_correctness_being_right_pays_what_they_would() -> None:
    assert composed(DEFAULT, {"tests": 0.5}).reward == composed(HOUSE, {"tests": 0.5}).reward == 0.35
    assert [share.weight for share in composed(DEFAULT, {}).shares] == [0.7, 0.3]
    assert [share.weight for share in composed(HOUSE, {}).shares] == [0.55, 0.05, 0.1, 0.3]


@pytest.mark.parametrize("gate", ["compiles", "integrity"])
@pytest.mark.parametrize("value", [0.0, 0.5, 0.999_999_999, Status.SKIPPED])
def test_behind_a_closed_gate_nothing_is_earned(gate: str, value: Value) -> None:
    made = composed(HOUSE, {gate: value})
    assert made.reward == 0.0
    assert not made.solved


@pytest.mark.parametrize("skipped", ["tests", "style"])
def test_what_was_skipped_counts_nothing(skipped: str) -> None:
    assert composed(HOUSE, {skipped: Status.SKIPPED}) == composed(HOUSE, {skipped: 0.0})


@pytest.mark.parametrize("failed", ["compiles", "tests", "integrity", "style", "speed"])
@pytest.mark.parametrize("others", [0.0, 1.0])
def test_there_is_no_reward_when_we_failed_to_measure_a_part_of_it(failed: str, others: float) -> None:
    values: dict[str, Value] = {**dict.fromkeys((each.scorer for each in HOUSE), others), failed: Status.FAILED}
    assert composed(HOUSE, values) == Composition(reward=None, solved=False, shares=())


def test_advice_that_failed_changes_nothing() -> None:
    assert composed(HOUSE, {"opinion": Status.FAILED}) == composed(HOUSE, {})


def test_solved_means_every_gate_open_and_every_test_passed() -> None:
    assert composed(HOUSE, {"style": 0.0, "speed": 0.0, "opinion": 0.0}).solved
    assert not composed(HOUSE, {"tests": 0.999_999_999_999}).solved
    assert not composed(HOUSE, {"integrity": 0.0}).solved


def test_shares_are_the_sum_that_explains_the_reward() -> None:
    made = composed(HOUSE, {"tests": 0.5, "speed": 0.5})
    assert [(share.name, share.weight, share.value) for share in made.shares] == [
        ("correctness", 0.55, 0.5),
        ("style", 0.05, 0.5),
        ("speed", 0.1, 0.25),
        ("solved", 0.3, 0.0),
    ]
    assert [share.points for share in made.shares] == pytest.approx([0.275, 0.025, 0.025, 0.0])
    assert sum(share.points for share in made.shares) == pytest.approx(made.reward)


def test_a_rule_that_does_not_exist_is_named() -> None:
    with pytest.raises(ConfigError, match="'house' uses the rule 'guessing'; known: correctness-first"):
        compose({}, Plan(profile="house", rule="guessing", terms=()))


@pytest.mark.parametrize(
    ("passed", "idle", "expected"),
    [(1.0, 0.0, 1.0), (1.0, 0.5, 1.0), (0.75, 0.5, 0.5), (0.5, 0.5, 0.0), (0.2, 0.5, 0.0), (0.0, 0.0, 0.0), (1.0, 1.0, 0.0)],
)
def test_correctness_is_the_part_that_doing_nothing_does_not_pass(passed: float, idle: float, expected: float) -> None:
    assert correctness(passed, idle) == expected


@pytest.mark.parametrize(("value", "expected"), [(1.0, True), (0.999_999_999, False), (0.0, False), (None, False)])
def test_only_full_marks_open_a_gate(value: float | None, expected: bool) -> None:
    assert is_open(value) is expected


def test_advice_weighs_nothing() -> None:
    assert weight_of(term("style", "weighted", 0.05)) == 0.05
    assert weight_of(term("style", "gate", 0.05)) == 0.05
    assert weight_of(term("style", "advisory", 0.05)) == 0.0


def test_every_rule_that_a_profile_may_name_exists() -> None:
    assert tuple(RULES) == planning.RULES


# ---------------------------------------------------------------------------------------------------- tests and properties


@pytest.mark.parametrize(
    ("tests", "properties", "expected"),
    [(1.0, 1.0, 1.0), (1.0, 0.0, 0.7), (0.0, 1.0, 0.3), (0.5, 0.5, 0.5), (0.25, 0.75, 0.4), (0.0, 0.0, 0.0)],
)
def test_of_what_is_passed_tests_are_seven_tenths_and_properties_three(tests: float, properties: float, expected: float) -> None:
    assert share_passed({"tests": tests, "properties": properties}) == expected
    assert share_passed({"tests": tests}) == tests


@pytest.mark.parametrize("values", [(1 - 2**-53, 1.0), (1.0, 1 - 2**-53), (1 - 2**-53, 1 - 2**-53)])
def test_everything_is_passed_only_when_both_are_full(values: tuple[float, float]) -> None:
    assert share_passed(dict(zip(("tests", "properties"), values, strict=True))) < 1.0


PROVED = (*HOUSE, term("properties"))


@pytest.mark.parametrize(
    ("values", "idle", "reward", "solved"),
    [
        ({}, 0.0, 1.0, True),
        ({"properties": 0.0}, 0.0, 0.49, False),  # 0.70 of 0.70
        ({"tests": 0.0}, 0.0, 0.21, False),  # 0.30 of 0.70
        ({"tests": 0.5, "properties": 0.5, "style": 0.0}, 0.0, 0.325, False),
        ({"tests": 0.5, "properties": 0.5}, 0.5, 0.0, False),
        ({"tests": 0.5}, 0.3, 0.35, False),  # (0.65 - 0.3) / 0.7 = half of 0.70
    ],
)
def test_properties_are_a_part_of_being_right(values: Mapping[str, Value], idle: float, reward: float, solved: bool) -> None:
    made = composed(PROVED, values, idle=idle)
    assert (made.reward, made.solved) == (reward, solved)


# ---------------------------------------------------------------------------------------------------- the other rules

SUM = (
    term("compiles", "gate", 0.2),
    term("tests", weight=0.4),
    term("integrity", "gate"),
    term("efficiency", weight=0.25),
    term("style", weight=0.15),
)


@pytest.mark.parametrize(
    ("values", "hybrid", "plain"),
    [
        ({}, 1.0, 1.0),
        ({"tests": 0.0, "efficiency": 0.0, "style": 0.0}, 0.2, 0.2),
        ({"tests": 0.5}, 0.55, 0.8),  # 0.2 + 0.2 + 0.15, and 0.25 where efficiency needs no passed tests
        ({"tests": 0.5, "efficiency": 0.4, "style": 0.2}, 0.43, 0.53),
        ({"efficiency": 0.4}, 0.85, 0.85),
        ({"style": 0.0}, 0.85, 0.85),
        ({"compiles": 0.0}, 0.0, 0.0),
        ({"compiles": 0.5}, 0.0, 0.0),
        ({"integrity": 0.0}, 0.0, 0.0),
        ({"compiles": Status.FAILED}, None, None),
        ({"efficiency": Status.FAILED, "tests": 0.0}, None, None),
        ({"tests": Status.SKIPPED}, 0.35, 0.6),
    ],
)
def test_the_other_rules_are_sums(values: Mapping[str, Value], hybrid: float | None, plain: float | None) -> None:
    assert composed(SUM, values, rule="hybrid", solving=0.0).reward == hybrid
    assert composed(SUM, values, rule="weighted-sum", solving=0.0).reward == plain


@pytest.mark.parametrize("rule", ["hybrid", "weighted-sum"])
def test_under_a_sum_doing_nothing_is_no_floor(rule: str) -> None:
    assert composed(SUM, {"tests": 0.5}, rule=rule, idle=0.5) == composed(SUM, {"tests": 0.5}, rule=rule)


@pytest.mark.parametrize("rule", ["hybrid", "weighted-sum"])
def test_what_solving_alone_earns_is_earned_by_passing_all_tests(rule: str) -> None:
    terms = (*SUM[:3], SUM[4])  # 0.25 of them is for solving
    assert composed(terms, {}, rule=rule, solving=0.25).reward == 1.0
    assert composed(terms, {"style": 0.0}, rule=rule, solving=0.25).reward == 0.85
    assert composed(terms, {"tests": 0.999_999}, rule=rule, solving=0.25).reward == 0.7499996
    assert composed(terms, {"integrity": 0.0}, rule=rule, solving=0.25).reward == 0.0


@pytest.mark.parametrize("rule", RULES)
def test_the_shares_name_every_term_that_pays(rule: str) -> None:
    first = "correctness" if rule == "correctness-first" else "tests"
    terms = SUM if rule != "correctness-first" else (term("compiles", "gate"), *SUM[1:])
    expected = {"compiles": 0.2} if rule != "correctness-first" else {}
    expected |= {first: 0.4, "efficiency": 0.25, "style": 0.15, "solved": 0.05}
    assert {share.name: share.weight for share in composed(terms, {}, rule=rule, solving=0.05).shares} == expected


@pytest.mark.parametrize("rule", RULES)
def test_behind_a_closed_gate_there_is_no_sum(rule: str) -> None:
    assert composed(SUM, {"integrity": 0.0}, rule=rule) == Composition(reward=0.0, solved=False, shares=())


def test_efficiency_pays_only_what_is_solved() -> None:
    terms = (term("tests", weight=0.7), term("properties"), term("efficiency", weight=0.3))
    assert composed(terms, {"efficiency": 0.5}, solving=0.0).reward == 0.85
    assert composed(terms, {"properties": 0.999}, solving=0.0).reward == 0.69979
    assert composed(terms, {"tests": 0.999}, solving=0.0).reward == 0.69951


# ---------------------------------------------------------------------------------------------------- decided


@pytest.mark.parametrize(
    ("known", "decided"),
    [
        ({}, set()),
        ({"tests": 1.0}, set()),
        ({"tests": 0.5}, {"efficiency"}),  # which only a solved task earns
        (
            {"tests": 0.25},
            {"properties", "efficiency", "style", "compiles", "integrity"},
        ),  # whatever its properties, no better than doing nothing
        ({"tests": 0.25, "properties": 1.0}, {"efficiency"}),
        ({"properties": 0.0}, {"efficiency"}),
        ({"tests": 0.25, "properties": 0.25}, {"efficiency", "style", "compiles", "integrity"}),
        ({"compiles": 0.0}, {"tests", "properties", "efficiency", "style", "integrity"}),
        ({"integrity": 0.999}, {"tests", "properties", "efficiency", "style", "compiles"}),
    ],
)
def test_what_can_change_nothing_any_more_is_decided(known: Mapping[str, float], decided: set[str]) -> None:
    paying = (term("efficiency", weight=0.2), term("style", weight=0.1))
    terms = (term("compiles", "gate"), term("tests", weight=0.6), term("integrity", "gate"), term("properties"), *paying)
    idle = 0.25 if "properties" in known else 0.475  # of 0.475 = 0.7 · 0.25 + 0.3 nothing is left to the second row
    plan = Plan(profile="house", rule="correctness-first", terms=terms, idle=idle, solving=0.1)
    assert {each.scorer for each in terms if each.scorer not in known and is_decided(each, known, plan)} == decided


def test_what_is_too_small_to_see_is_not_decided() -> None:
    terms = (term("tests", weight=0.7), term("style", weight=4e-10))
    plan = Plan(profile="house", rule="correctness-first", terms=terms, solving=0.3)
    assert composed(terms, {"style": 0.0}).reward == composed(terms, {}).reward
    assert not is_decided(terms[1], {}, plan)


@pytest.mark.parametrize(("rule", "decided"), [("hybrid", True), ("weighted-sum", False)])
def test_under_hybrid_efficiency_is_decided_by_a_failed_test(rule: str, decided: bool) -> None:
    plan = Plan(profile="house", rule=rule, terms=SUM)
    assert is_decided(SUM[3], {"tests": 0.9}, plan) is decided
    assert not is_decided(SUM[4], {"tests": 0.0}, plan)
    assert not is_decided(SUM[3], {"tests": 1.0}, plan)
