"""The share of a task's properties that hold for a submission, with an input for each that does not."""

from __future__ import annotations

from collections.abc import Iterable

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl
from codearena.core.task import Task


def _has_properties(task: Task) -> bool:
    return bool(task.properties.strip())


@scorer(stage="execution", version="1", applies=_has_properties)
def properties(case: Case) -> Evidence:
    """Share of the properties that hold for every input drawn; the same inputs for every submission of a plan."""
    run = case.run("properties")
    held = sum(result.passed for result in run.results)
    measures = (Measure(name="held", value=held, unit="properties"), Measure(name="total", value=len(run.results), unit="properties"))
    reason = f"{held} of {len(run.results)} properties hold" + (f"; {run.reason}" if run.reason else "")
    findings = tuple(
        Finding(rule="properties.refuted", message=f"{result.id}: {result.reason}", line=result.line, hidden=True, detail=result.log)
        for result in run.results
        if not result.passed
    )
    return Evidence(value=run.ratio, reason=reason, findings=findings, measures=measures, flags=run.flags)


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield properties
