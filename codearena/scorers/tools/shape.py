"""What the syntax tree says of a program's size: depth of nesting, and Halstead's volume.

Layout, comments, docstrings and annotations change neither, and a name counts as what it is distinct from, not as what it
is called. radon's Halstead visitor would count only operators of arithmetic, logic and comparison, and would take a
variable and an attribute of one name for the same operand.
"""

from __future__ import annotations

import ast
import functools
import math
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, ast.ClassDef, ast.Lambda)
_STATEMENTS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.TryStar, ast.Match)
_NESTING = (*_STATEMENTS, ast.IfExp, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_BELOW = (ast.stmt, ast.excepthandler, ast.match_case)
_SKIPPED_FIELDS = frozenset({"annotation", "ctx", "op", "ops", "returns", "type_comment", "type_ignores", "type_params"})
_SILENT = (ast.Module, ast.Expr, ast.Pass, ast.Name, ast.Constant, ast.arguments, ast.arg, ast.keyword, ast.withitem, ast.alias)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Numbers of one or several texts together."""

    nesting: int
    """Deepest nesting of loops, branches, handlers, closures, comprehensions and conditional expressions."""
    nesting_line: int
    """First line of what is nested so deep, in the text where it is."""
    volume: float
    """Halstead's N·log2(n) for N operators and operands, n of them distinct."""


def shape(trees: Iterable[ast.Module]) -> Shape:
    """Return the shape of one program of several modules."""
    walk = _Walk()
    for tree in trees:
        walk.walk(tree)
    return Shape(nesting=walk.nesting, nesting_line=walk.line, volume=walk.length * math.log2(max(len(walk.seen), 1)))


class _Walk:
    """A walk through trees without recursion."""

    def __init__(self) -> None:
        self.nesting, self.line = 0, 1
        self.length = 0
        self.seen: set[Hashable] = set()
        self._scopes = 0

    def walk(self, tree: ast.Module) -> None:
        self._scopes += 1
        stack: list[tuple[ast.AST, int, int, bool]] = [(tree, 0, self._scopes, False)]
        while stack:
            node, depth, scope, in_function = stack.pop()
            if isinstance(node, ast.Name):  # by far the most, and nothing below
                self.length += 1
                self.seen.add((scope, node.id))
                continue
            reached = depth + _levels(node, in_function)
            if reached > depth:
                self._reach(node, reached)
            for symbol in _symbols(node, scope):
                self.length += 1
                self.seen.add(symbol)
            if isinstance(node, _SCOPES):
                self._scopes += 1
                scope = self._scopes
                in_function = in_function or isinstance(node, _FUNCTIONS)
            if reached == depth:
                stack += [(child, depth, scope, in_function) for child in _children(node)]
                continue
            flat, outside = _chained(node), isinstance(node, _STATEMENTS)
            for child in _children(node):
                stays = child is flat or (outside and not isinstance(child, _BELOW))
                stack.append((child, depth if stays else reached, scope, in_function))

    def _reach(self, node: ast.AST, depth: int) -> None:
        line = getattr(node, "lineno", 1)
        if depth > self.nesting or (depth == self.nesting and line < self.line):
            self.nesting, self.line = depth, line


def _levels(node: ast.AST, in_function: bool) -> int:  # noqa: FBT001 (called from one place)
    """Return how many levels of nesting ``node`` opens."""
    if isinstance(node, _COMPREHENSIONS):
        return len(node.generators)
    return isinstance(node, _NESTING) or (in_function and isinstance(node, _FUNCTIONS))


def _chained(node: ast.AST) -> ast.AST | None:
    """Return the ``elif`` of an ``if``, which stands beside it, or None. So does an ``if`` that is all of an ``else``."""
    if isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        return node.orelse[0]
    return node.orelse if isinstance(node, ast.IfExp) and isinstance(node.orelse, ast.IfExp) else None


def _children(node: ast.AST) -> list[ast.AST]:
    found: list[ast.AST] = []
    for field in _looked_at(node._fields):
        value = getattr(node, field, None)
        if isinstance(value, ast.AST):
            found.append(value)
        elif isinstance(value, list):
            found += [each for each in value if isinstance(each, ast.AST) and not is_text(each)]
    return found


@functools.cache
def _looked_at(fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(field for field in fields if field not in _SKIPPED_FIELDS)


def is_text(node: ast.AST) -> bool:
    """Whether ``node`` is a docstring, or another string that stands for itself."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _symbols(node: ast.AST, scope: int) -> Iterator[Hashable]:
    """Yield the operators and operands that ``node`` itself adds."""
    if isinstance(node, ast.Name):
        yield scope, node.id
    elif isinstance(node, ast.Constant):
        yield "constant", type(node.value), node.value
    elif isinstance(node, ast.Compare):
        yield from (type(op).__name__ for op in node.ops)
    elif isinstance(node, ast.BoolOp):
        yield from [type(node.op).__name__] * (len(node.values) - 1)
    elif isinstance(node, ast.BinOp | ast.UnaryOp):
        yield type(node.op).__name__
    elif isinstance(node, ast.AugAssign):
        yield type(node.op).__name__ + "="
    elif isinstance(node, ast.arg):
        yield scope, node.arg
    elif isinstance(node, ast.alias):
        yield "alias", node.name
    elif not isinstance(node, _SILENT):
        yield type(node).__name__
        if isinstance(node, ast.Attribute):
            yield "attribute", node.attr
        elif isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            yield scope, node.name
