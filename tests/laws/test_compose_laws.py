"""Whatever the evidence: a reward is bounded, no better part ever lowers it, and no order changes it."""

from __future__ import annotations

import dataclasses
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from codearena.core.compose import Composition, compose
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import ROLES, Plan, Role, Term

shares = st.floats(0.0, 1.0) | st.sampled_from([0.0, 0.25, 0.5, 1.0])
statuses = st.sampled_from([Status.SCORED] * 6 + [Status.DECLARED, Status.SKIPPED, Status.FAILED])
LAW = settings(max_examples=80, deadline=None)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans as configuration allows them: tests weighted, the rest at most 0.70 together."""
    terms = [_term("tests", "weighted", draw(st.floats(0.0, 0.7)))]
    left = 0.7
    for number in range(draw(st.integers(0, 4))):
        role = draw(st.sampled_from(ROLES))
        weight = draw(st.floats(0.0, left)) if role == "weighted" else 0.0
        left = max(0.0, left - weight)
        terms.append(_term(f"s{number}", role, weight))
    order = draw(st.permutations(terms))
    return Plan(profile="p", rule="correctness-first", terms=tuple(order), idle=draw(shares))


def _term(name: str, role: Role, weight: float) -> Term:
    return Term(scorer=name, version="1", where="m:f", stage="static", role=role, weight=weight)


@st.composite
def cards(draw: st.DrawFn, plan: Plan, *, failing: bool = True) -> dict[str, Evidence]:
    """Evidence for every term of a plan, of any status."""
    card = {}
    for term in plan.terms:
        status = draw(statuses.filter(lambda status: failing or status is not Status.FAILED))
        value = draw(shares) if status in (Status.SCORED, Status.DECLARED) else None
        card[term.scorer] = Evidence(value=value, scorer=term.scorer, status=status)
    return card


def worth(made: Composition) -> float:
    assert made.reward is not None
    return made.reward


@LAW
@given(st.data())
def test_a_reward_lies_between_0_and_1_or_is_none_for_a_failure_of_ours(data: st.DataObject) -> None:
    plan = data.draw(plans())
    card = data.draw(cards(plan))
    made = compose(card, plan)
    failed = [term for term in plan.terms if term.role != "advisory" and card[term.scorer].status is Status.FAILED]
    assert (made.reward is None) == bool(failed)
    if made.reward is not None:
        assert 0.0 <= made.reward <= 1.0
        assert made.solved or made.reward <= 0.7


@LAW
@given(st.data())
def test_no_better_value_lowers_a_reward(data: st.DataObject) -> None:
    plan = data.draw(plans())
    card = data.draw(cards(plan, failing=False))
    name = data.draw(st.sampled_from(sorted(card)))
    before = card[name].value or 0.0
    raised = data.draw(st.floats(before, 1.0))
    better = card | {name: dataclasses.replace(card[name], status=Status.SCORED, value=raised)}
    assert worth(compose(better, plan)) >= worth(compose(card, plan))
    assert compose(better, plan).solved >= compose(card, plan).solved


@LAW
@given(st.data())
def test_a_higher_floor_raises_no_reward(data: st.DataObject) -> None:
    plan = data.draw(plans())
    card = data.draw(cards(plan, failing=False))
    higher = dataclasses.replace(plan, idle=data.draw(st.floats(plan.idle, 1.0)))
    assert worth(compose(card, higher)) <= worth(compose(card, plan))


@LAW
@given(st.data())
def test_neither_the_order_of_terms_nor_that_of_evidence_changes_a_reward(data: st.DataObject) -> None:
    plan = data.draw(plans())
    card = data.draw(cards(plan))
    made = compose(card, plan)
    terms = tuple(data.draw(st.permutations(plan.terms)))
    again = compose(dict(data.draw(st.permutations(list(card.items())))), dataclasses.replace(plan, terms=terms))
    assert (again.reward, again.solved) == (made.reward, made.solved)
    assert sorted(map(repr, again.shares)) == sorted(map(repr, made.shares))


@LAW
@given(st.data())
def test_the_shares_sum_to_the_reward(data: st.DataObject) -> None:
    plan = data.draw(plans())
    made = compose(data.draw(cards(plan, failing=False)), plan)
    assert math.isclose(math.fsum(share.points for share in made.shares), worth(made), abs_tol=1e-8)
    assert all(math.isclose(share.points, share.weight * share.value, abs_tol=1e-8) for share in made.shares)


@LAW
@given(plans())
def test_full_marks_earn_one_and_the_floor_earns_nothing(plan: Plan) -> None:
    full = {term.scorer: Evidence(value=1.0) for term in plan.terms}
    if plan.idle < 1.0:
        assert compose(full, plan).reward == 1.0
        assert compose(full | {"tests": Evidence(value=plan.idle)}, plan).reward == 0.0


@LAW
@given(st.data())
def test_a_closed_gate_leaves_nothing(data: st.DataObject) -> None:
    plan = data.draw(plans())
    shut = Term(scorer="shut", version="1", where="m:f", stage="static", role="gate", weight=0.0)
    value = data.draw(st.none() | st.floats(0.0, 1.0, exclude_max=True))
    status = Status.SCORED if value is not None else Status.SKIPPED
    card = data.draw(cards(plan, failing=False)) | {"shut": Evidence(value=value, status=status)}
    assert worth(compose(card, dataclasses.replace(plan, terms=(*plan.terms, shut)))) == 0.0
