"""Dangerous constructions that the reference does without, as bandit finds them."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl
from codearena.scorers.tools import analysed, is_python, place, plain, suppressions

if TYPE_CHECKING:
    from codearena.scorers.tools.bandit_scan import Issue

SCALE = 10.0
"""Weight from which nothing is left: one certain finding of high severity."""
MAX_FINDINGS = 50
_LEVELS = {"HIGH": "error", "MEDIUM": "warning", "LOW": "note"}


def prepare() -> None:
    """Load bandit and its checks."""
    from codearena.scorers.tools import bandit_scan

    bandit_scan.scan("import os\nos.system(input())\n")


@scorer(stage="analysis", version="1", prepare=prepare, applies=lambda task: task.language == "python")
def security(case: Case) -> Evidence:
    """1.0 when bandit finds nothing beyond what the reference has, less for each finding, 0.0 at least.

    The value is clip(1 - sum of weights / `SCALE`, 0, 1); a finding weighs its severity (low 1, medium 4, high 10) times
    its confidence (low 0.4, medium 0.7, high 1). Rule by rule, as many findings as the reference has are allowed, the
    heaviest first; one heavier than its counterpart costs the difference. Suppressing comments are counted and ignored.
    """
    from codearena.scorers.tools import bandit_scan

    texts = analysed(case.submission)
    found = [issue for name, text in texts.items() for issue in (*bandit_scan.scan(text, name), *bandit_scan.renamed(text, name))]
    allowed, before = _of_text(plain(case.task.reference)), _of_text(plain(case.task.starter))
    beyond = bandit_scan.excess(found, allowed)
    weight = bandit_scan.total(beyond)
    value = round(max(0.0, 1.0 - weight / SCALE), 6)
    measures = (
        Measure(name="findings", value=len(found), unit="findings"),
        Measure(name="reference_findings", value=len(allowed), unit="findings"),
        Measure(name="excess", value=len(beyond), unit="findings"),
        Measure(name="excess_weight", value=round(weight, 6)),
        Measure(name="suppressions", value=sum(map(suppressions.count, texts.values())), unit="comments"),
    )
    reason = f"{len(beyond)} finding{'s' * (len(beyond) != 1)} beyond the reference" if beyond else "nothing beyond the reference"
    issues = [issue for issue, _ in beyond]
    return Evidence(value=value, reason=reason, findings=tuple(_findings(issues, allowed, before))[:MAX_FINDINGS], measures=measures)


@functools.lru_cache(maxsize=512)
def _of_text(text: str) -> tuple[Issue, ...]:
    """Return what is found in a text of the task; nothing in a starter that is not Python."""
    from codearena.scorers.tools import bandit_scan

    return (*bandit_scan.scan(text), *bandit_scan.renamed(text)) if is_python(text) else ()


def _findings(beyond: Iterable[Issue], allowed: Iterable[Issue], before: Iterable[Issue]) -> Iterable[Finding]:
    left = Counter(issue.rule for issue in before) - Counter(issue.rule for issue in allowed)
    for issue in beyond:
        what = "still there" if left[issue.rule] > 0 else "introduced"
        left[issue.rule] -= 1
        sure = issue.confidence.lower()
        message = f"{place(issue.file)}{what}: {issue.text} (severity {issue.severity.lower()}, confidence {sure})"
        yield Finding(rule=f"security.{issue.rule}", message=message, line=issue.line, severity=_LEVELS.get(issue.severity, "note"))


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield security
