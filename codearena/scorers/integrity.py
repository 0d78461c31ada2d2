"""Gate: the submission did not attack the grader."""

from __future__ import annotations

from collections.abc import Iterable

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding
from codearena.core.hookspecs import hookimpl

ATTACKS = {
    "protocol": "its process wrote to the grader's own channel, or closed it",
    "sandbox-fault": "it broke the sandbox in which the reference runs",
}
"""Flags of a run that no honest program raises. Crashes, exits and exceeded limits are not among them: they only fail tests."""


@scorer(stage="execution", version="1")
def integrity(case: Case) -> Evidence:
    """1.0 unless running the tests raised a flag of `ATTACKS`, then 0.0."""
    raised = [flag for flag in case.run().flags if flag in ATTACKS]
    if not raised:
        return Evidence(value=1.0, reason="nothing was tampered with")
    findings = tuple(Finding(rule=f"integrity.{flag}", message=ATTACKS[flag]) for flag in raised)
    return Evidence(value=0.0, reason=findings[0].message, findings=findings, flags=tuple(f"tamper:{flag}" for flag in raised))


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield integrity
