"""Gate: the submission is Python of a shape that tools can look at."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl
from codearena.core.submission import MAX_BYTES

MAX_LINES = 20_000
_LINE_END = re.compile(r"\r\n|\r|\n")
MAX_DEPTH = 200
"""Deepest nesting of the syntax tree. A chain ``1 + 1 + …`` nests once for each operator, an ``elif`` for each branch.

Valid programs far deeper than this crash the usual analysers, or make them skip the file in silence.
"""


@scorer(stage="static", version="1")
def compiles(case: Case) -> Evidence:
    """1.0 when every file compiles and keeps within `MAX_BYTES`, `MAX_LINES` and `MAX_DEPTH`, else 0.0."""
    size = case.submission.size
    lines = sum(len(_LINE_END.findall(text)) + (not text.endswith(("\n", "\r"))) for _, text in case.submission.files if text)
    measures = [Measure(name="size", value=size, unit="bytes"), Measure(name="lines", value=lines, unit="lines")]
    if size > MAX_BYTES:
        return _refused("shape.bytes", f"more than {MAX_BYTES} bytes", None, measures)
    if lines > MAX_LINES:
        return _refused("shape.lines", f"{lines} lines; at most {MAX_LINES} are looked at", None, measures)
    depth = 0
    for name, text in case.submission.files:
        if not name.endswith(".py"):
            continue
        try:
            tree = _parse(text, name)
        except SyntaxError as error:
            return _refused("syntax", _syntax_message(name, error), error.lineno, measures)
        except (ValueError, RecursionError, MemoryError) as error:
            return _refused("syntax", f"{name}: {_plain_message(error)}", None, measures)
        depth = max(depth, _depth(tree))
        if depth > MAX_DEPTH:
            return _refused("shape.depth", f"{name}: the syntax tree is nested deeper than {MAX_DEPTH}", None, measures)
    measures.append(Measure(name="depth", value=depth, unit="nodes"))
    return Evidence(value=1.0, reason="compiles", measures=tuple(measures))


def _parse(text: str, name: str) -> ast.Module:
    text.encode("utf-8")  # undecodable bytes arrive as surrogates
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as invalid escapes: matters of quality
        tree = ast.parse(text, name)
        compile(tree, name, "exec", dont_inherit=True)
    return tree


def _depth(tree: ast.Module) -> int:
    """Return the deepest nesting, counted without recursion, which the tree could exhaust."""
    depth, level = 0, list(ast.iter_child_nodes(tree))
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def _syntax_message(name: str, error: SyntaxError) -> str:
    kind = type(error).__name__
    return f"{name}, line {error.lineno}: {kind}: {error.msg}" if error.lineno else f"{name}: {kind}: {error.msg}"


def _plain_message(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return "the text is not UTF-8"
    if isinstance(error, RecursionError | MemoryError):
        return "nested too deep to be parsed"
    return str(error)


def _refused(rule: str, message: str, line: int | None, measures: Iterable[Measure]) -> Evidence:
    return Evidence(value=0.0, reason=message, findings=(Finding(rule=rule, message=message, line=line),), measures=tuple(measures))


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield compiles
