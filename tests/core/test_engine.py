"""The walk: every term is asked in order, and nothing behind a closed gate."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pytest

from codearena.core.compose import compose
from codearena.core.engine import as_evidence, walk
from codearena.core.errors import ContractError
from codearena.core.evidence import Evidence, Finding, Status
from codearena.core.plan import Plan, Role, Term


def term(name: str, role: Role, version: str = "1", *, weight: float = 0.0, declared: float | None = None) -> Term:
    return Term(scorer=name, version=version, where="m:f", stage="static", role=role, weight=weight, declared=declared)


PLAN = Plan(
    profile="house",
    rule="correctness-first",
    terms=(
        term("style", "advisory"),
        term("compiles", "gate"),
        term("tests", "weighted", "4"),
        term("integrity", "gate"),
        term("taste", "advisory"),
    ),
)


class Scorers:
    """Gives the evidence it was made with, full marks for the rest, and remembers who was asked."""

    def __init__(self, given: Mapping[str, Evidence]) -> None:
        self.given, self.asked = given, list[str]()

    def __call__(self, term: Term) -> Evidence:
        self.asked.append(term.scorer)
        return self.given.get(term.scorer, Evidence(value=1.0))


def walked(**given: Evidence) -> tuple[list[str], dict[str, Evidence]]:
    scorers = Scorers(given)
    found = {each.scorer: each for each in walk(PLAN, scorers)}
    return scorers.asked, found


def test_every_term_is_asked_once_in_the_order_of_the_plan() -> None:
    asked, found = walked()
    assert asked == list(found) == ["style", "compiles", "tests", "integrity", "taste"]


def test_evidence_is_signed_by_the_engine() -> None:
    _, found = walked(tests=Evidence(value=0.5, scorer="forged", version="forged", reason="half"))
    assert found["tests"] == Evidence(value=0.5, scorer="tests", version="4", reason="half")


@pytest.mark.parametrize("value", [0.0, 0.5, 0.999])
def test_behind_a_closed_gate_nobody_is_asked(value: float) -> None:
    asked, found = walked(compiles=Evidence(value=value))
    assert asked == ["style", "compiles"]
    assert list(found) == ["style", "compiles", "tests", "integrity", "taste"]
    assert all(found[name].status is Status.SKIPPED and found[name].value is None for name in ("tests", "integrity", "taste"))
    assert found["tests"].reason == "not run: compiles is closed"
    assert found["tests"].version == "4"


def test_a_gate_in_the_middle_leaves_what_came_before() -> None:
    asked, found = walked(integrity=Evidence(value=0.0))
    assert asked == ["style", "compiles", "tests", "integrity"]
    assert found["tests"].status is Status.SCORED
    assert found["taste"].reason == "not run: integrity is closed"


def test_what_is_no_gate_closes_nothing() -> None:
    asked, _ = walked(style=Evidence(value=0.0), tests=Evidence(value=0.0), taste=Evidence(value=0.0))
    assert len(asked) == 5


def test_a_gate_that_could_not_be_judged_closes_nothing_and_takes_the_reward() -> None:
    asked, found = walked(compiles=Evidence(value=None, status=Status.FAILED, reason="ours"))
    assert len(asked) == 5
    assert compose(found, PLAN).reward is None


def test_a_walk_asks_only_as_far_as_it_is_followed() -> None:
    scorers = Scorers({})
    next(walk(PLAN, scorers))
    assert scorers.asked == ["style"]


# ---------------------------------------------------------------------------------------------------- constants

DECLARING = dataclasses.replace(PLAN, terms=(*PLAN.terms, term("opinion", "weighted", "2", weight=0.1, declared=0.25)))


def test_a_declared_constant_is_not_asked_for() -> None:
    scorers = Scorers({})
    *_, found = walk(DECLARING, scorers)
    assert "opinion" not in scorers.asked
    reason = "no judge is configured; profile 'house' declares 0.25"
    assert found == Evidence(value=0.25, scorer="opinion", version="2", status=Status.DECLARED, reason=reason)


@pytest.mark.parametrize("cascade", [False, True])
def test_behind_a_closed_gate_nothing_is_declared(cascade: bool) -> None:
    *_, found = walk(DECLARING, Scorers({"integrity": Evidence(value=0.0)}), cascade=cascade)
    assert (found.scorer, found.status, found.value) == ("opinion", Status.SKIPPED, None)


# ---------------------------------------------------------------------------------------------------- cascade

CASCADE = Plan(
    profile="house",
    rule="correctness-first",
    idle=0.5,
    solving=0.1,
    terms=(
        term("compiles", "gate"),
        term("tests", "weighted", weight=0.6),
        term("integrity", "gate"),
        term("properties", "weighted"),
        term("efficiency", "weighted", "7", weight=0.2),
        term("tidiness", "weighted", weight=0.1),
        term("taste", "advisory"),
    ),
)
EVERYBODY = [each.scorer for each in CASCADE.terms]
GIVEN: list[tuple[dict[str, float], set[str]]] = [
    ({}, set()),
    ({"properties": 0.5}, {"efficiency"}),
    ({"tests": 0.9}, {"efficiency"}),
    ({"tests": 0.9, "properties": 0.0}, {"efficiency"}),
    ({"tests": 0.5, "properties": 0.5}, {"efficiency", "tidiness"}),
    ({"tests": 0.25}, {"properties", "efficiency", "tidiness"}),  # 0.475 at best
    ({"tests": 0.0}, {"properties", "efficiency", "tidiness"}),
    ({"efficiency": 0.0, "tidiness": 0.0}, set()),
]


@pytest.mark.parametrize(("values", "skipped"), GIVEN)
def test_a_cascade_asks_nobody_who_can_change_nothing(values: dict[str, float], skipped: set[str]) -> None:
    scorers = Scorers({name: Evidence(value=value) for name, value in values.items()})
    found = {each.scorer: each for each in walk(CASCADE, scorers, cascade=True)}
    assert scorers.asked == [name for name in EVERYBODY if name not in skipped]
    assert list(found) == EVERYBODY
    for name in skipped:
        assert (found[name].status, found[name].value) == (Status.SKIPPED, None)
        assert found[name].reason == "not run: the reward is the same whatever it says"
        assert found[name].version == ("7" if name == "efficiency" else "1")


@pytest.mark.parametrize(("values", "skipped"), GIVEN)
def test_a_cascade_changes_neither_the_reward_nor_whether_it_is_solved(values: dict[str, float], skipped: set[str]) -> None:
    given = {name: Evidence(value=value) for name, value in values.items()}
    short, long = ({e.scorer: e for e in walk(CASCADE, Scorers(given), cascade=cascade)} for cascade in (True, False))
    assert compose(short, CASCADE) == compose(long, CASCADE)
    assert not [name for name, evidence in long.items() if evidence.status is Status.SKIPPED]


def test_a_walk_without_a_cascade_asks_everybody() -> None:
    scorers = Scorers({"tests": Evidence(value=0.0)})
    assert len(list(walk(CASCADE, scorers))) == len(EVERYBODY)
    assert scorers.asked == EVERYBODY


def test_gates_and_advice_are_always_asked_for() -> None:
    scorers = Scorers({"tests": Evidence(value=0.0), "integrity": Evidence(value=1.0)})
    list(walk(CASCADE, scorers, cascade=True))
    assert scorers.asked == ["compiles", "tests", "integrity", "taste"]


def test_what_failed_decides_nothing() -> None:
    scorers = Scorers({"tests": Evidence(value=None, status=Status.FAILED)})
    found = {each.scorer: each for each in walk(CASCADE, scorers, cascade=True)}
    assert scorers.asked == EVERYBODY
    assert compose(found, CASCADE).reward is None


@pytest.mark.parametrize(("rule", "asked"), [("hybrid", False), ("weighted-sum", True)])
def test_under_hybrid_a_failed_test_settles_efficiency(rule: str, asked: bool) -> None:
    scorers = Scorers({"tests": Evidence(value=0.9)})
    list(walk(dataclasses.replace(CASCADE, rule=rule), scorers, cascade=True))
    assert ("efficiency" in scorers.asked) is asked
    assert "properties" not in scorers.asked  # it weighs nothing here, and the task is not solved
    assert "tidiness" in scorers.asked


# ---------------------------------------------------------------------------------------------------- results


@pytest.mark.parametrize("value", [0, 1, 0.0, 1.0, 0.5, 5e-324, 1 - 2**-53])
def test_a_number_from_0_to_1_is_evidence(value: float) -> None:
    evidence = as_evidence(value, "style")
    assert evidence == Evidence(value=float(value))
    assert type(evidence.value) is float


def test_evidence_is_kept_with_all_it_says() -> None:
    given = Evidence(value=1, reason="fine", findings=(Finding(rule="a", message="b"),), flags=("odd",))
    kept = as_evidence(given, "style")
    assert kept == given
    assert type(kept.value) is float


def test_a_declared_constant_is_evidence() -> None:
    given = Evidence(value=0.5, status=Status.DECLARED, reason="no judge")
    assert as_evidence(given, "judge") == given


OUTSIDE: list[Any] = [float("nan"), float("inf"), -float("inf"), -0.001, 1.000_000_1, 2, 2.0, -1, 10**400]


@pytest.mark.parametrize("value", OUTSIDE, ids=lambda value: repr(value)[:20])
def test_a_number_outside_0_to_1_breaks_the_contract(value: float) -> None:
    for result in (value, Evidence(value=value)):
        with pytest.raises(ContractError, match=r"scorer 'style' returned the value .*; expected a float in \[0, 1\]"):
            as_evidence(result, "style")


@pytest.mark.parametrize("result", [None, True, False, "1.0", b"", [1.0], (1.0,), {"value": 1.0}, 1j, object()], ids=repr)
def test_anything_else_breaks_the_contract(result: Any) -> None:
    with pytest.raises(ContractError, match=f"scorer 'style' returned {type(result).__name__}; expected a float"):
        as_evidence(result, "style")


@pytest.mark.parametrize("value", [None, True, "1.0", [1.0]], ids=repr)
def test_evidence_of_no_number_breaks_the_contract(value: Any) -> None:
    with pytest.raises(ContractError, match="'style'"):
        as_evidence(Evidence(value=value), "style")


@pytest.mark.parametrize("status", [Status.FAILED, Status.SKIPPED])
def test_a_scorer_cannot_call_its_own_failure_ours(status: Status) -> None:
    with pytest.raises(ContractError, match="'style'"):
        as_evidence(Evidence(value=0.5, status=status), "style")
