"""radon's maintainability index, on trees: comments and docstrings neither raise nor lower it."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from radon.metrics import h_visit_ast, mi_compute

from codearena.scorers.tools import Guarded, cyclomatic
from codearena.scorers.tools.shape import is_text

_BLOCKS = frozenset({"body", "cases", "finalbody", "handlers", "orelse"})
"""Where statements stand."""


def statements(trees: Sequence[ast.Module]) -> int:
    """Return the number of statements, docstrings aside: lines of code that no layout changes."""
    count, left = 0, [body for tree in trees for body in tree.body]
    while left:
        node = left.pop()
        count += isinstance(node, ast.stmt) and not is_text(node)
        for field in node._fields:
            if field in _BLOCKS:
                left += getattr(node, field)
    return count


def index(trees: Sequence[ast.Module]) -> float:
    """Return the index of one program of several modules, from 0 to 100, the higher the better."""
    with Guarded("radon"):
        volume = sum(h_visit_ast(tree).total.volume for tree in trees)
        complexity = cyclomatic.total([block for tree in trees for block in cyclomatic.blocks(tree)])
        return float(mi_compute(volume, complexity, statements(trees), 0))
