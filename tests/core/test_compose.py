"""What a reward is made of, in numbers that can be checked by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from codearena.core.compose import Composition, compose, correctness, is_open, weight_of
from codearena.core.errors import ConfigError
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Plan, Role, Term

Value = float | Status


def term(name: str, role: Role = "weighted", weight: float = 0.0) -> Term:
    return Term(scorer=name, version="1", where="m:f", stage="static", role=role, weight=weight)


DEFAULT = (term("compiles", "gate"), term("tests", weight=0.7), term("integrity", "gate"))
HOUSE = (*DEFAULT, term("style", weight=0.05), term("speed", weight=0.1), term("opinion", "advisory"))


def composed(terms: tuple[Term, ...], values: Mapping[str, Value], *, idle: float = 0.0) -> Composition:
    """Compose under ``terms`` with these values, and full marks for the rest."""
    card = {}
    for each in terms:
        value = values.get(each.scorer, 1.0)
        if isinstance(value, Status):
            card[each.scorer] = Evidence(value=None, scorer=each.scorer, status=value)
        else:
            card[each.scorer] = Evidence(value=value, scorer=each.scorer)
    return compose(card, Plan(profile="house", rule="correctness-first", terms=terms, idle=idle))


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


def test_the_weight_of_a_term_that_is_left_out_goes_to_being_right() -> None:
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
    assert is_open(Evidence(value=value)) is expected


def test_gates_and_advice_weigh_nothing() -> None:
    assert weight_of(term("style", "weighted", 0.05)) == 0.05
    assert weight_of(term("style", "gate", 0.05)) == 0.0
    assert weight_of(term("style", "advisory", 0.05)) == 0.0
