"""Cyclomatic complexity: radon's count for each node, and nothing hidden from it.

radon leaves out ``except*``, guards of ``case``, what stands in an ``assert``, a decorator or a default, classes inside
functions and the inside of closures; it counts a lambda with its surroundings. Here each function, lambda and class body and the
module itself is a block of its own, wherever it stands. For plain functions the numbers are radon's.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from radon.visitors import ComplexityVisitor

from codearena.scorers.tools import Guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Code that is entered at one place."""

    name: str
    kind: str
    """``function``, ``lambda``, ``class`` or ``module``."""
    line: int
    complexity: int
    """Decisions plus one."""


_COUNTED: WeakKeyDictionary[ast.Module, tuple[Block, ...]] = WeakKeyDictionary()
"""The blocks of a tree for as long as there is one: several scorers ask for them."""

_UNDECIDED = (ast.Name, ast.Constant, ast.alias, ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)
"""What neither decides anything nor has anything below it that does."""


def blocks(tree: ast.Module) -> tuple[Block, ...]:
    """Return every block of ``tree``, the module last, in the order in which they end."""
    if tree not in _COUNTED:
        found: list[Block] = []
        with Guarded("radon"):
            _Counter(found).block(tree.body, name="<module>", kind="module", line=1)
        _COUNTED[tree] = tuple(found)
    return _COUNTED[tree]


def total(found: Sequence[Block]) -> int:
    """Return the decisions of all blocks plus one: the same, however the code is cut into functions."""
    return 1 + sum(block.complexity - 1 for block in found)


class _Counter(ComplexityVisitor):  # type: ignore[misc]
    """Counts the decisions of one block, and hands the blocks inside to counters of their own."""

    def __init__(self, found: list[Block]) -> None:
        super().__init__(off=False)
        self._found = found

    def block(self, body: Sequence[ast.AST], *, name: str, kind: str, line: int) -> None:
        """Count ``body`` apart from everything else."""
        inside = type(self)(self._found)
        for node in body:
            inside.visit(node)
        self._found.append(Block(name=name, kind=kind, line=line, complexity=1 + inside.complexity))

    def visit(self, node: ast.AST) -> None:
        """Count what is in ``node``, unless nothing can be."""
        if not isinstance(node, _UNDECIDED):
            super().visit(node)

    def generic_visit(self, node: ast.AST) -> None:
        """Count what radon counts of ``node``, and what it does not know."""
        if isinstance(node, ast.TryStar):
            self.complexity += len(node.handlers) + bool(node.orelse)
        elif isinstance(node, ast.match_case):
            self.complexity += node.guard is not None
        super().generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None:  # noqa: N802 (as `ast.NodeVisitor` spells it)
        """Count an assert, as radon does, and what it asks."""
        self.complexity += 1
        super().generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:  # noqa: N802
        """Count decorators and defaults here, the body apart."""
        for outside in (*node.decorator_list, node.args):
            self.visit(outside)
        self.block(node.body, name=node.name, kind="function", line=node.lineno)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:  # noqa: N802
        """Count decorators and bases here, the body apart."""
        for outside in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(outside)
        self.block(node.body, name=node.name, kind="class", line=node.lineno)

    def visit_Lambda(self, node: ast.Lambda) -> None:  # noqa: N802
        """Count defaults here, the body apart."""
        self.visit(node.args)
        self.block([node.body], name="<lambda>", kind="lambda", line=node.lineno)
