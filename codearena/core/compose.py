"""From evidence to a reward: the only place where numbers are weighed. Pure; no room before it is read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from codearena.core.errors import ConfigError
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Plan, Term

Card = Mapping[str, Evidence]
"""Evidence by scorer name: one piece for each term of the plan."""

CORRECTNESS = 0.70
"""Share of the reward that being right pays in proportion, quality terms included."""
SOLVED = 0.30
"""Share that only a solved task earns."""


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
    return RULES[plan.rule](card, plan)


def is_open(evidence: Evidence) -> bool:
    """Whether a gate with this evidence lets the walk go on: only full marks do."""
    return evidence.value == 1.0


def correctness(passed: float, idle: float) -> float:
    """Return C, the part of ``passed`` that doing nothing (``idle``) does not earn; both are shares in [0, 1].

    >>> correctness(1.0, 0.25), correctness(0.25, 0.25), correctness(0.1, 0.25)
    (1.0, 0.0, 0.0)
    """
    if idle >= 1.0:
        return 0.0
    return min(1.0, max(0.0, (passed - idle) / (1.0 - idle)))


def _correctness_first(card: Card, plan: Plan) -> Composition:
    """R = C · (base + Σ weight · quality) + 0.30 if solved; base takes what no quality term claims of 0.70."""
    gates_open = all(is_open(card[t.scorer]) for t in plan.terms if t.role == "gate")
    passed = card["tests"].value or 0.0
    solved = gates_open and passed == 1.0
    right = correctness(passed, plan.idle) if gates_open else 0.0
    quality = [t for t in plan.terms if t.role == "weighted" and t.scorer != "tests"]
    base = CORRECTNESS - fsum(t.weight for t in quality)
    shares = [_share("correctness", base, right)]
    shares += [_share(t.scorer, t.weight, right * (card[t.scorer].value or 0.0)) for t in quality]
    shares.append(_share("solved", SOLVED, 1.0 if solved else 0.0))
    return Composition(reward=_total(shares), solved=solved, shares=tuple(shares))


def _share(name: str, weight: float, value: float) -> Share:
    return Share(name=name, weight=round(weight, 9), value=value, points=weight * value)


def _total(shares: Sequence[Share]) -> float:
    # Nine decimals: far below what any term can resolve, far above what floating point blurs.
    return min(1.0, max(0.0, round(fsum(s.points for s in shares), 9)))


RULES: Mapping[str, Callable[[Card, Plan], Composition]] = {"correctness-first": _correctness_first}
"""Every rule by name, those of `codearena.core.plan.RULES`. The function's docstring is its formula."""


def weight_of(term: Term) -> float:
    """Return the weight shown beside a component: gates and advice weigh nothing."""
    return term.weight if term.role == "weighted" else 0.0
