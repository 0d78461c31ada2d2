"""bandit inside the process: its checks on a text, with no comment to silence them.

Below its manager, which would put a file whose analysis raised among the skipped ones, log a check that crashed and go
on, and let the encoding that a comment claims decide what is read.
"""

from __future__ import annotations

import ast
import functools
import io
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from codearena.scorers.tools import Guarded, tree_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # bandit 1.9 calls stevedore 5.10 in an old way
    from bandit.core.config import BanditConfig
    from bandit.core.context import Context
    from bandit.core.manager import BanditManager
    from bandit.core.node_visitor import BanditNodeVisitor
    from bandit.core.tester import BanditTester

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


class _Tester(BanditTester):  # type: ignore[misc]
    """bandit's tester, which makes a record of a node only where a check finds something."""

    def run_tests(self, raw_context: dict[str, Any], checktype: str) -> None:
        """Run the checks of one kind."""
        context = Context(raw_context)
        if any(check(context, *configuration) is not None for check, configuration in _checks(checktype)):
            super().run_tests(raw_context, checktype)


class _Visitor(BanditNodeVisitor):  # type: ignore[misc]
    """bandit's visitor, which takes no note of nodes that no check is about, and keeps no score."""

    def __init__(self, text: str) -> None:
        manager = _manager()
        data = io.BytesIO(_hiding_its_encoding(text))
        super().__init__("./solution.py", data, manager.b_ma, manager.b_ts, False, {}, manager.metrics)  # noqa: FBT003
        self.tester = _Tester(manager.b_ts, True, {}, manager.metrics)  # noqa: FBT003 (so that a check that crashes raises)

    def look(self, tree: ast.Module) -> None:
        """Ask the checks of nodes, then those of whole files."""
        self.generic_visit(tree)
        of_file = {"file_data": self.fdata, "filename": self.fname, "lineno": 0, "linerange": [0, 1], "col_offset": 0}
        self.tester.run_tests(of_file, "File")

    def generic_visit(self, node: ast.AST) -> None:
        """Visit what is below ``node``, each with the parent and the sibling that checks ask for."""
        for child, sibling in _children(node):
            child._bandit_parent, child._bandit_sibling = node, sibling  # type: ignore[attr-defined] # noqa: SLF001
            if not _is_noted(child):
                self.generic_visit(child)
                continue
            self.pre_visit(child)
            self.visit(child)
            self.generic_visit(child)
            self.post_visit(child)

    def update_scores(self, scores: object) -> None:
        """Do nothing."""


def _children(node: ast.AST) -> list[tuple[ast.AST, ast.AST | None]]:
    """Return what stands below ``node`` in the order of the text, each with what follows it in its list."""
    found: list[tuple[ast.AST, ast.AST | None]] = []
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, ast.AST):
            if value._fields:
                found.append((value, None))
        elif isinstance(value, list) and value:
            found += [pair for pair in zip(value, [*value[1:], None], strict=True) if isinstance(pair[0], ast.AST)]
    return found


def _is_noted(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | bytes)
    return _is_kind_noted(type(node).__name__)


@functools.cache
def _is_kind_noted(kind: str) -> bool:
    """Whether there are checks of such nodes, or something to be remembered of them."""
    return hasattr(BanditNodeVisitor, f"visit_{kind}") or bool(_checks(kind))


@functools.cache
def _checks(kind: str) -> tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...]:
    """Return the checks of a kind, each with what it is to be given beside the context."""
    return tuple((check, (check._config,) if hasattr(check, "_config") else ()) for check in _manager().b_ts.get_tests(kind))  # noqa: SLF001


@functools.cache
def _manager() -> BanditManager:
    return BanditManager(BanditConfig(), "file", ignore_nosec=True, profile={"exclude": list(LEFT_OUT)})


def scan(text: str, file: str = "") -> tuple[Issue, ...]:
    """Return what bandit finds in ``text``, by line."""
    with Guarded("bandit"):
        visitor = _Visitor(text)
        visitor.look(tree_of(text))
        found = [
            Issue(rule=i.test_id, text=i.text, line=i.lineno, severity=i.severity, confidence=i.confidence, file=file)
            for i in visitor.tester.results
        ]
        return tuple(sorted(found, key=lambda issue: (issue.line, issue.rule, issue.text)))


_RENAMED = {"exec": "B102", "eval": "B307"}


def renamed(text: str, file: str = "") -> tuple[Issue, ...]:
    """Return where ``text`` takes `exec` or `eval` without calling it at once: bandit finds a call by its name."""
    with Guarded("bandit"):
        tree = tree_of(text)
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        return tuple(
            Issue(
                rule=_RENAMED[node.id],
                text=f"Use of {node.id} under another name.",
                line=node.lineno,
                severity="MEDIUM",
                confidence="HIGH",
                file=file,
            )
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and node.id in _RENAMED and isinstance(node.ctx, ast.Load) and id(node) not in called
        )


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
