"""From evidence to a reward: the only place where numbers are weighed. Pure; no room before it is read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, nextafter
from typing import Protocol

from codearena.core.errors import ConfigError
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import CORRECT, Plan, Term

Card = Mapping[str, Evidence]
"""Evidence by scorer name: one piece for each term of the plan."""

TESTS_PART, PROPERTIES_PART = 0.7, 0.3
"""What tests and properties are of p, where a task has both."""
_NEARLY = nextafter(1.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One summand of a reward: ``points = weight * value``."""

    name: str
    weight: float
    value: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A reward and the sum it is."""

    reward: float | None
    """In [0, 1]; None when something that matters could not be measured."""
    solved: bool
    shares: tuple[Share, ...]


def compose(card: Card, plan: Plan) -> Composition:
    """Weigh ``card`` by the rule that ``plan`` names. Pure and deterministic.

    Raises `ConfigError` for a rule that does not exist.
    """
    if plan.rule not in RULES:
        raise ConfigError(f"plan {plan.profile!r} uses the rule {plan.rule!r}; known: {', '.join(RULES)}")
    if any(card[t.scorer].status is Status.FAILED for t in plan.terms if t.role != "advisory"):
        return Composition(reward=None, solved=False, shares=())
    values = {t.scorer: card[t.scorer].value or 0.0 for t in plan.terms}
    return weigh(values, plan)


def weigh(values: Mapping[str, float], plan: Plan) -> Composition:
    """Apply the plan's rule to one value in [0, 1] for each of its terms.

    Never falls when a value rises. A term that makes no difference while all that is unknown counts 1 makes none
    whatever the unknown turns out to be: what `is_decided` stands on, and every rule must keep.
    """
    gates_open = all(is_open(values[t.scorer]) for t in plan.terms if t.role == "gate")
    passed = share_passed(values)
    solved = gates_open and passed == 1.0
    shares = tuple(RULES[plan.rule](values, plan, passed, solved=solved)) if gates_open else ()
    return Composition(reward=_total(shares), solved=solved, shares=shares)


def is_decided(term: Term, known: Mapping[str, float], plan: Plan) -> bool:
    """Return whether ``term`` can change neither reward nor `solved`, given the values ``known`` of other terms. Pure."""
    best = {t.scorer: known.get(t.scorer, 1.0) for t in plan.terms}
    most, least = (weigh(best | {term.scorer: value}, plan) for value in (1.0, 0.0))
    # Shares, because rewards are rounded: what is too small to see here may tip a rounding elsewhere.
    paid, kept = ([share for share in made.shares if share.points] for made in (most, least))
    return paid == kept and most.solved == least.solved


def is_open(value: float | None) -> bool:
    """Whether a gate at this value lets the walk go on: only full marks do."""
    return value == 1.0


def share_passed(values: Mapping[str, float]) -> float:
    """Return p: the share of tests passed, with properties 0.7 · tests + 0.3 · properties; 1.0 only when both are.

    >>> share_passed({"tests": 0.5}), share_passed({"tests": 1.0, "properties": 0.5})
    (0.5, 0.85)
    """
    if "properties" not in values:
        return values["tests"]
    if all(values[name] == 1.0 for name in CORRECT):
        return 1.0
    return min(_NEARLY, round(TESTS_PART * values["tests"] + PROPERTIES_PART * values["properties"], 12))


def correctness(passed: float, idle: float) -> float:
    """Return C, the part of ``passed`` that doing nothing (``idle``) does not earn; both are shares in [0, 1].

    >>> correctness(1.0, 0.25), correctness(0.25, 0.25), correctness(0.1, 0.25)
    (1.0, 0.0, 0.0)
    """
    if idle >= 1.0:
        return 0.0
    return min(1.0, max(0.0, (passed - idle) / (1.0 - idle)))


def _correctness_first(values: Mapping[str, float], plan: Plan, passed: float, *, solved: bool) -> list[Share]:
    """R = C · (w_tests + Σ w · quality) + (w_solving + w_efficiency · efficiency if solved)."""
    right = correctness(passed, plan.idle)
    shares = [_share("correctness", _weight(plan, "tests"), right)]
    for term in _paying(plan):
        if term.scorer == "efficiency":
            shares.append(_share("efficiency", term.weight, values["efficiency"] if solved else 0.0))
        elif term.scorer not in CORRECT:
            shares.append(_share(term.scorer, term.weight, right * values[term.scorer]))
    return shares + _solving(plan, solved=solved)


def _hybrid(values: Mapping[str, float], plan: Plan, passed: float, *, solved: bool) -> list[Share]:
    """R = Σ w · value, where efficiency counts only when all tests pass."""
    passes = values["tests"] == 1.0
    shares = [_share(t.scorer, t.weight, values[t.scorer] if passes or t.scorer != "efficiency" else 0.0) for t in _paying(plan)]
    return shares + _solving(plan, solved=passes)


def _weighted_sum(values: Mapping[str, float], plan: Plan, passed: float, *, solved: bool) -> list[Share]:
    """R = Σ w · value."""
    return [_share(t.scorer, t.weight, values[t.scorer]) for t in _paying(plan)] + _solving(plan, solved=values["tests"] == 1.0)


def _paying(plan: Plan) -> list[Term]:
    return [term for term in plan.terms if term.role != "advisory" and term.weight]


def _weight(plan: Plan, scorer: str) -> float:
    return next(term.weight for term in plan.terms if term.scorer == scorer)


def _solving(plan: Plan, *, solved: bool) -> list[Share]:
    """Return the share that solving alone earns, such as that of an efficiency which the task does not measure."""
    return [_share("solved", plan.solving, 1.0 if solved else 0.0)] if plan.solving else []


def _share(name: str, weight: float, value: float) -> Share:
    return Share(name=name, weight=round(weight, 9), value=value, points=weight * value)


def _total(shares: Sequence[Share]) -> float:
    # Nine decimals: far below what any term can resolve, far above what floating point blurs.
    return min(1.0, max(0.0, round(fsum(s.points for s in shares), 9)))


class Rule(Protocol):
    """Makes the shares of a reward from the values of all terms, p, and whether the task is solved; gates are open."""

    def __call__(self, values: Mapping[str, float], plan: Plan, passed: float, /, *, solved: bool) -> list[Share]:
        """Return the shares."""


RULES: Mapping[str, Rule] = {"correctness-first": _correctness_first, "hybrid": _hybrid, "weighted-sum": _weighted_sum}
"""Every rule by name, those of `codearena.core.plan.RULES`. The function's docstring is its formula."""


def weight_of(term: Term) -> float:
    """Return the weight shown beside a component: advice weighs nothing."""
    return term.weight if term.role != "advisory" else 0.0
