"""Whatever the evidence: a reward is bounded, no better part ever lowers it, and no order changes it."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from codearena.core.case import Case
from codearena.core.compose import Composition, compose, correctness, is_decided, share_passed, weigh
from codearena.core.contracts import Scorer, Stage
from codearena.core.engine import walk
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import CORRECT, ROLES, Entry, Plan, Profile, Role, Term, make_plan
from codearena.core.plan import RULES as PLANNED
from codearena.core.task import Task

TASK = Task(id="made/task", prompt="", tests=(), reference="")

shares = st.floats(0.0, 1.0) | st.sampled_from([0.0, 0.25, 0.5, 1.0])
statuses = st.sampled_from([Status.SCORED] * 6 + [Status.DECLARED, Status.SKIPPED, Status.FAILED])
LAW = settings(max_examples=80, deadline=None)


OTHERS = ("properties", "efficiency", "compiles", "integrity", "style", "taste", "opinion")
"""Scorers that a plan may have beside tests; the last two are judges."""


def full_marks(case: Case) -> float:
    return 1.0


def offered(name: str, stage: Stage, *, applies: bool) -> Scorer:
    return Scorer(name=name, function=full_marks, stage=stage, version="1", applies=lambda _: applies)


@st.composite
def profiles(draw: st.DrawFn, *, rules: Sequence[str] = PLANNED, coarse: bool = False) -> Profile:
    """Profiles as configuration allows them, of any rule; ``coarse`` ones weigh in hundredths."""
    rule = draw(st.sampled_from(rules))
    names = ["tests", *draw(st.lists(st.sampled_from(OTHERS), max_size=5, unique=True))]
    roles: dict[str, Role] = {name: "weighted" if name in ("tests", "properties") else draw(st.sampled_from(ROLES)) for name in names}
    weights = draw(_weights(rule, {name: role for name, role in roles.items() if role != "advisory"}, coarse=coarse))
    judges = {name for name in names[1:] if name in JUDGES and roles[name] == "gate"}
    entries = [
        Entry(
            scorer=name,
            role="weighted" if name in judges else roles[name],
            weight=0.0 if name in judges else weights.get(name, 0.0),
            fallback=draw(shares) if name in JUDGES else None,
        )
        for name in draw(st.permutations(names))
        if not (name in judges and weights.get(name))
    ]
    lost = math.fsum(weights.get(name, 0.0) for name in judges)
    entries = [dataclasses.replace(e, weight=e.weight + lost) if lost and e.scorer == "tests" else e for e in entries]
    return Profile(name="p", rule=rule, entries=tuple(entries))


JUDGES = OTHERS[-2:]
STAGE: Mapping[str, Stage] = {"compiles": "static", "style": "analysis", "taste": "judge", "opinion": "judge"}


@st.composite
def _weights(draw: st.DrawFn, rule: str, roles: Mapping[str, Role], *, coarse: bool) -> dict[str, float]:
    """Weights that the rule allows."""
    if rule == "correctness-first":
        left, found = 0.7, {}
        for name, role in roles.items():
            if role == "gate" or name in CORRECT:
                continue
            most = 0.3 if name == "efficiency" else left
            found[name] = draw(st.integers(0, round(most * 100))) / 100 if coarse else draw(st.floats(0.0, most))
            left = left if name == "efficiency" else max(0.0, left - found[name])
        return found
    parts = {name: draw(st.integers(0, 100) if coarse else st.floats(0.0, 1.0).map(abs)) for name in roles}
    total = math.fsum(parts.values())
    return {name: part / total for name, part in parts.items()} if total > 0.01 else {"tests": 1.0}


@st.composite
def plans(draw: st.DrawFn, *, rules: Sequence[str] = PLANNED, coarse: bool = False) -> Plan:
    """Plans of such profiles, for a task that may decline all but tests, with a judge or without."""
    profile = draw(profiles(rules=rules, coarse=coarse))
    declined = draw(st.sets(st.sampled_from(["properties", "efficiency", "style", "compiles", "taste"]), max_size=2))
    scorers = {name: offered(name, STAGE.get(name, "execution"), applies=name not in declined) for name in ("tests", *OTHERS)}
    idle = draw(st.sampled_from([0.0, 0.25, 0.5, 1.0]) if coarse else shares)
    return make_plan(profile, TASK, scorers, idle=idle, judge=draw(st.sampled_from(["", "wise"])))


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
        assert made.solved or plan.rule != "correctness-first" or made.reward <= 0.7


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
def test_full_marks_earn_one(plan: Plan) -> None:
    made = compose({term.scorer: Evidence(value=1.0) for term in plan.terms}, plan)
    assert made.solved
    assert made.reward == 1.0 or (plan.idle == 1.0 and plan.rule == "correctness-first")  # a plan that no arena makes


@LAW
@given(st.data())
def test_under_correctness_first_the_floor_earns_nothing_and_what_is_below_neither(data: st.DataObject) -> None:
    drawn = data.draw(plans(rules=["correctness-first"]))
    best = {term.scorer: 1.0 for term in drawn.terms}
    values = best | {name: data.draw(st.floats(0.0, 1.0, exclude_max=True)) for name in CORRECT if name in best}
    plan = dataclasses.replace(drawn, idle=data.draw(st.floats(share_passed(values), 1.0)))
    assert weigh(values, plan).reward == 0.0


@LAW
@given(st.data())
def test_it_is_solved_when_every_gate_is_open_and_everything_is_passed(data: st.DataObject) -> None:
    plan = data.draw(plans())
    card = data.draw(cards(plan, failing=False))
    asked = [term.scorer for term in plan.terms if term.role == "gate" or term.scorer in CORRECT]
    assert compose(card, plan).solved == all(card[name].value == 1.0 for name in asked)


@LAW
@given(st.data())
def test_a_plan_weighs_the_same_in_whatever_order_its_profile_and_the_plugins_stand(data: st.DataObject) -> None:
    profile = data.draw(profiles())
    offers = [offered(name, STAGE.get(name, "execution"), applies=True) for name in ("tests", *OTHERS)]
    first = make_plan(profile, TASK, {each.name: each for each in offers})
    shuffled = {each.name: each for each in data.draw(st.permutations(offers))}
    assert make_plan(profile, TASK, shuffled) == first
    other = make_plan(dataclasses.replace(profile, entries=tuple(data.draw(st.permutations(profile.entries)))), TASK, shuffled)
    assert sorted(map(repr, other.terms)) == sorted(map(repr, first.terms))
    card = data.draw(cards(first))
    again, made = compose(card, other), compose(card, first)
    assert (again.reward, again.solved) == (made.reward, made.solved)


@LAW
@given(st.data())
def test_under_correctness_first_quality_pays_in_proportion_to_being_right(data: st.DataObject) -> None:
    plan = data.draw(plans(rules=["correctness-first"]))
    card = data.draw(cards(plan, failing=False))
    values = {name: evidence.value or 0.0 for name, evidence in card.items()}
    right, made = correctness(share_passed(values), plan.idle), compose(card, plan)
    unsolved = math.fsum(share.points for share in made.shares if share.name not in ("efficiency", "solved"))
    assert unsolved <= 0.7 * right + 1e-9
    assert made.solved or all(share.points == 0.0 for share in made.shares if share.name in ("efficiency", "solved"))


# ---------------------------------------------------------------------------------------------------- cascade


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_cascade_changes_neither_a_reward_nor_whether_it_is_solved(data: st.DataObject) -> None:
    plan = data.draw(plans())
    card = data.draw(cards(plan))
    whole, short = ({e.scorer: e for e in walk(plan, lambda term: card[term.scorer], cascade=cascade)} for cascade in (False, True))
    long, made = compose(whole, plan), compose(short, plan)
    event(f"{plan.rule}: {sum(short[name] != whole[name] for name in whole)} more skipped")
    if long.reward is not None:
        assert (made.reward, made.solved) == (long.reward, long.solved)
        assert [share.points for share in made.shares] == [share.points for share in long.shares]
    # Whose failure was not waited for may have got a number for it, but never the other way round.
    assert list(short) == list(whole) == [term.scorer for term in plan.terms]
    for name, evidence in short.items():
        assert evidence == whole[name] or (evidence.status, evidence.value) == (Status.SKIPPED, None)


GRID = (0.0, 0.5, 1.0)


@pytest.mark.parametrize("rule", PLANNED)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_what_is_called_decided_is_what_no_value_of_anything_unknown_can_change(rule: str, data: st.DataObject) -> None:
    plan = data.draw(plans(rules=[rule], coarse=True))
    names = [term.scorer for term in plan.terms]
    known = {name: data.draw(st.sampled_from([0.0, 0.25, 0.5, 1.0, 1.0])) for name in data.draw(st.sets(st.sampled_from(names)))}
    for term in plan.terms:
        rest = [name for name in names if name not in known and name != term.scorer]
        makes_no_difference = True
        for values in itertools.product(GRID, repeat=len(rest)):
            others = known | dict(zip(rest, values, strict=True))
            seen = {(made.reward, made.solved) for made in (weigh(others | {term.scorer: value}, plan) for value in GRID)}
            makes_no_difference &= len(seen) == 1
        decided = is_decided(term, {name: value for name, value in known.items() if name != term.scorer}, plan)
        event(f"{'decided' if decided else 'open'}")
        assert decided == makes_no_difference, term


@LAW
@given(st.data())
def test_what_is_decided_stays_decided_whatever_is_found_then(data: st.DataObject) -> None:
    plan = data.draw(plans())
    names = [term.scorer for term in plan.terms]
    known = {name: data.draw(shares) for name in data.draw(st.sets(st.sampled_from(names)))}
    more = known | {name: data.draw(shares) for name in names if name not in known and data.draw(st.booleans())}
    for term in plan.terms:
        if is_decided(term, known, plan):
            assert is_decided(term, more, plan)
            values = {name: more.get(name, data.draw(shares)) for name in names}
            ends = [weigh(values | {term.scorer: value}, plan) for value in (0.0, data.draw(shares), 1.0)]
            assert len({(made.reward, made.solved) for made in ends}) == 1


@LAW
@given(st.data())
def test_a_closed_gate_leaves_nothing(data: st.DataObject) -> None:
    plan = data.draw(plans())
    shut = Term(scorer="shut", version="1", where="m:f", stage="static", role="gate", weight=0.0)
    value = data.draw(st.none() | st.floats(0.0, 1.0, exclude_max=True))
    status = Status.SCORED if value is not None else Status.SKIPPED
    card = data.draw(cards(plan, failing=False)) | {"shut": Evidence(value=value, status=status)}
    assert worth(compose(card, dataclasses.replace(plan, terms=(*plan.terms, shut)))) == 0.0
