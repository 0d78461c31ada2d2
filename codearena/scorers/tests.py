"""The share of a task's tests that a submission passes."""

from __future__ import annotations

from collections.abc import Iterable

from codearena.core.case import Case, Run
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl


@scorer(stage="execution", version="1")
def tests(case: Case) -> Evidence:
    """Share of the promised tests that passed; one that did not report has failed."""
    run = case.run()
    passed = sum(result.passed for result in run.results)
    shown = [result for result in run.results if result.visible]
    measures = (
        Measure(name="passed", value=passed, unit="tests"),
        Measure(name="total", value=len(run.results), unit="tests"),
        Measure(name="visible_passed", value=sum(result.passed for result in shown), unit="tests"),
        Measure(name="visible_total", value=len(shown), unit="tests"),
    )
    reason = f"{passed} of {len(run.results)} tests passed"
    if run.reason:
        reason += f"; {run.reason}"
    return Evidence(value=run.ratio, reason=reason, findings=tuple(_findings(run)), measures=measures, flags=run.flags)


def _findings(run: Run) -> Iterable[Finding]:
    failed = [result for result in run.results if not result.passed]
    if run.reason and all(result.reason == run.reason for result in failed) and len(failed) == len(run.results):
        yield Finding(rule="tests.not-run", message=run.reason, detail=failed[0].log)
        return
    for result in failed:
        yield Finding(
            rule="tests.failed",
            message=f"{result.id}: {result.reason}",
            line=result.line,
            hidden=not result.visible,
            detail=result.log,
        )


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield tests
