"""The walk through a plan: cheap scorers first, and nothing behind a closed gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from codearena.core.compose import is_open
from codearena.core.errors import ContractError
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Plan, Term

RunScorer = Callable[[Term], Evidence]
"""Runs one scorer in a boundary of its own and answers for its failures; never raises for the submission's sake."""


def walk(plan: Plan, run: RunScorer) -> Iterator[Evidence]:
    """Yield one piece of evidence for each term of ``plan``, in order.

    Behind a closed gate everything that could still pay is skipped. A gate that could not be judged closes nothing:
    the reward is None whatever follows.
    """
    closed: str | None = None
    for term in plan.terms:
        if closed is not None:
            yield Evidence(
                scorer=term.scorer,
                version=term.version,
                status=Status.SKIPPED,
                value=None,
                reason=f"not run: {closed} is closed",
            )
            continue
        evidence = replace(run(term), scorer=term.scorer, version=term.version)
        if term.role == "gate" and evidence.status is Status.SCORED and not is_open(evidence):
            closed = term.scorer
        yield evidence


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
