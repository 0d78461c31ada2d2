"""bandit inside the process: its checks on a text, with no comment to silence them.

Below its manager, which would put a file whose analysis raised among the skipped ones, log a check that crashed and go
on, and let the encoding that a comment claims decide what is read.
"""

from __future__ import annotations

import functools
import io
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from codearena.scorers.tools import Guarded

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # bandit 1.9 calls stevedore 5.10 in an old way
    from bandit.core.config import BanditConfig
    from bandit.core.manager import BanditManager
    from bandit.core.node_visitor import BanditNodeVisitor

LEFT_OUT = ("B101",)
"""Rules that are not asked: B101 finds every assert, which states what holds; where it guards, tests tell."""

SEVERITY = {"LOW": 1.0, "MEDIUM": 4.0, "HIGH": 10.0}
CONFIDENCE = {"LOW": 0.4, "MEDIUM": 0.7, "HIGH": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding of bandit."""

    rule: str
    """Such as ``B602``."""
    text: str
    line: int
    severity: str
    """``LOW``, ``MEDIUM`` or ``HIGH``."""
    confidence: str
    """The same words."""
    file: str = ""
    """Name of the file in which it is, where a caller scans several."""

    @property
    def weight(self) -> float:
        """Severity times confidence, in (0, 10]."""
        return SEVERITY.get(self.severity, 1.0) * CONFIDENCE.get(self.confidence, 0.4)


@functools.cache
def _manager() -> BanditManager:
    return BanditManager(BanditConfig(), "file", ignore_nosec=True, profile={"exclude": list(LEFT_OUT)})


def scan(text: str, file: str = "") -> tuple[Issue, ...]:
    """Return what bandit finds in ``text``, by line."""
    with Guarded("bandit"):
        manager = _manager()
        data = io.BytesIO(_hiding_its_encoding(text))
        visitor = BanditNodeVisitor("./solution.py", data, manager.b_ma, manager.b_ts, False, {}, manager.metrics)  # noqa: FBT003
        visitor.tester.debug = True  # a check that crashes raises
        visitor.process(text)
        found = [
            Issue(rule=i.test_id, text=i.text, line=i.lineno, severity=i.severity, confidence=i.confidence, file=file)
            for i in visitor.tester.results
        ]
        return tuple(sorted(found, key=lambda issue: (issue.line, issue.rule, issue.text)))


def _hiding_its_encoding(text: str) -> bytes:
    """Return ``text`` so that whoever looks for a declared encoding finds UTF-8, with each line where it was.

    Only the check for bidirectional characters reads it; everything else looks at the tree of the text.
    """
    first, end, rest = text.partition("\n")
    second, end2, rest = rest.partition("\n")
    return "".join((first.replace("coding", "xxxxxx"), end, second.replace("coding", "xxxxxx"), end2, rest)).encode()


def excess(found: Iterable[Issue], allowed: Iterable[Issue]) -> list[tuple[Issue, float]]:
    """Return what is in ``found`` beyond ``allowed``, each with the weight that it adds.

    Rule by rule the heaviest are paired with the heaviest: a mild use of a rule does not excuse a grave one.
    """
    pardons: defaultdict[str, list[float]] = defaultdict(list)
    for issue in sorted(allowed, key=lambda issue: issue.weight):
        pardons[issue.rule].append(issue.weight)
    beyond = []
    for issue in sorted(found, key=lambda issue: (-issue.weight, issue.file, issue.line, issue.text)):
        pardoned = pardons[issue.rule].pop() if pardons[issue.rule] else 0.0
        if issue.weight > pardoned:
            beyond.append((issue, issue.weight - pardoned))
    return beyond


def total(beyond: Sequence[tuple[Issue, float]]) -> float:
    """Return the weight of all of them."""
    return sum(weight for _, weight in beyond)
