"""The share of a task's tests that a submission lives through, whatever it answers."""

from __future__ import annotations

from collections.abc import Iterable

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Measure
from codearena.core.hookspecs import hookimpl


@scorer(stage="execution", version="1")
def execution(case: Case) -> Evidence:
    """Share of the tests that ended without a crash of the submission and within its limits; wrong answers count."""
    run = case.run()
    ended = sum(result.ended for result in run.results)
    measures = (Measure(name="ended", value=ended, unit="tests"), Measure(name="total", value=len(run.results), unit="tests"))
    reason = f"{ended} of {len(run.results)} tests came to an end of their own"
    return Evidence(value=ended / len(run.results) if run.results else 0.0, reason=reason, measures=measures)


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield execution
