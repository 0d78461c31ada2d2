"""The walk through a plan: cheap scorers first, nothing behind a closed gate, and nothing that cannot matter any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from codearena.core.compose import is_decided, is_open
from codearena.core.errors import ContractError
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Plan, Term

RunScorer = Callable[[Term], Evidence]
"""Runs one scorer in a boundary of its own and answers for its failures; never raises for the submission's sake."""


def walk(plan: Plan, run: RunScorer, *, cascade: bool = False) -> Iterator[Evidence]:
    """Yield one piece of evidence for each term of ``plan``, in order.

    Behind a closed gate everything that could still pay is skipped. A gate that could not be judged closes nothing:
    the reward is None whatever follows. With ``cascade``, a weighted scorer that can change neither reward nor `solved`
    any more is skipped too.
    """
    closed: str | None = None
    known: dict[str, float] = {}
    for term in plan.terms:
        evidence: Evidence
        if closed is not None:
            evidence = _skipped(f"not run: {closed} is closed")
        elif term.declared is not None:
            evidence = declared(term, plan)
        elif cascade and term.role == "weighted" and is_decided(term, known, plan):
            evidence = _skipped("not run: the reward is the same whatever it says")
        else:
            evidence = run(term)
        if evidence.status is not Status.FAILED:
            known[term.scorer] = evidence.value or 0.0
        if term.role == "gate" and evidence.status is Status.SCORED and not is_open(evidence.value):
            closed = term.scorer
        yield replace(evidence, scorer=term.scorer, version=term.version)


def declared(term: Term, plan: Plan) -> Evidence:
    """Return the evidence of a term that is not run, for which ``plan`` holds a constant."""
    reason = f"no judge is configured; profile {plan.profile!r} declares {term.declared:g}"
    return Evidence(value=term.declared, scorer=term.scorer, version=term.version, status=Status.DECLARED, reason=reason)


def _skipped(reason: str) -> Evidence:
    return Evidence(value=None, status=Status.SKIPPED, reason=reason)


def as_evidence(result: object, scorer: str) -> Evidence:
    """Return what a scorer returned as evidence: a number in [0, 1] or `Evidence` with one.

    Raises `ContractError` for anything else; NaN and infinities are anything else.
    """
    evidence = result if isinstance(result, Evidence) else Evidence(value=0.0)
    value = evidence.value if isinstance(result, Evidence) else result
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ContractError(f"scorer {scorer!r} returned {type(value).__name__}; expected a float in [0, 1] or Evidence with one")
    if not 0 <= value <= 1:  # NaN is not either
        raise ContractError(f"scorer {scorer!r} returned the value {value!r:.50}; expected a float in [0, 1]")
    if evidence.status not in (Status.SCORED, Status.DECLARED):
        raise ContractError(f"scorer {scorer!r} calls its evidence {evidence.status}; that is for the engine to find out")
    return replace(evidence, value=float(value))
