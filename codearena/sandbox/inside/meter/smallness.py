"""Which names of a function hold numbers that cannot grow long, so that operators on them need no watching.

Blind to the order of statements. A name is *bounded* when everything assigned to it is a bounded expression, without
going through itself; it is *small* when, beyond that, it is only ever moved by bounded amounts, as counters and sums are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from codearena.sandbox.inside.meter.nodes import nodes
from codearena.sandbox.inside.meter.private import keep

keep(globals())

_BOUNDED_CALLS = frozenset(("len", "ord", "float"))
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_LIMIT = 1 << 31
_ROUNDS = 20
"""Names that depend on one another in a longer chain than this are not followed: each link may take a round over all of them."""
_SILENT = (ast.Name, ast.Constant, ast.Attribute, ast.Call, ast.BinOp, ast.Compare, ast.Subscript, ast.Tuple, ast.Expr, ast.arg)
"""What binds no name by itself, by far the most of what there is; the rest is looked at more closely."""


class Smallness:
    """The names of one scope that surely hold small numbers."""

    def __init__(self, known: frozenset[str], scope: ast.AST | None = None) -> None:
        """Find them; ``known`` names the built-in functions that mean themselves, without a ``scope`` nothing is small."""
        self._known = known
        self._bounded: set[str] = set()
        self._small: set[str] = set()
        if scope is None:
            return
        values: dict[str, list[ast.expr | None]] = {}
        for name, value in _bindings(scope, known):
            values.setdefault(name, []).append(value)
        for parameter in _parameters(scope):
            values.setdefault(parameter, []).append(None)
        self._settle(values)

    def _settle(self, values: dict[str, list[ast.expr | None]]) -> None:
        known = {name: each for name, each in values.items() if None not in each}
        for _ in range(_ROUNDS):
            more = {n for n, vs in known.items() if n not in self._bounded and all(v is not None and self.bounded(v) for v in vs)}
            if not more:
                break
            self._bounded |= more
        self._small = set(known)
        for _ in range(_ROUNDS):
            fewer = {n for n in self._small if all(v is not None and self.small(v) for v in known[n])}
            if fewer == self._small:
                return
            self._small = fewer
        self._small = set()

    def bounded(self, node: ast.expr) -> bool:
        """Whether the value is a number within fixed bounds, or those of a length."""
        if isinstance(node, ast.Constant):
            value = node.value
            return isinstance(value, float) or (isinstance(value, int) and -_LIMIT < value < _LIMIT)
        if isinstance(node, ast.Name):
            return node.id in self._bounded
        if isinstance(node, ast.BinOp):
            if isinstance(node.op, ast.Mod):
                return self.bounded(node.right) and self.small(node.left)
            if isinstance(node.op, ast.Pow | ast.LShift | ast.MatMult):
                return False
            return self.bounded(node.left) and self.bounded(node.right)
        if isinstance(node, ast.UnaryOp):
            return isinstance(node.op, ast.Not) or self.bounded(node.operand)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            return node.func.id in _BOUNDED_CALLS and node.func.id in self._known
        if isinstance(node, ast.IfExp):
            return self.bounded(node.body) and self.bounded(node.orelse)
        return isinstance(node, ast.Compare) and all(isinstance(op, ast.Is | ast.IsNot | ast.In | ast.NotIn) for op in node.ops)

    def small(self, node: ast.expr) -> bool:
        """Whether the value is a number that stays within a few words."""
        if self.bounded(node):
            return True
        if isinstance(node, ast.Name):
            return node.id in self._small
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            left, right = node.left, node.right
            return (self.bounded(left) and self.small(right)) or (self.small(left) and self.bounded(right))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv | ast.RShift):
            return isinstance(node.right, ast.Constant) and self.bounded(node.right) and self._halved(node.left)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
            return self.small(node.operand)
        return isinstance(node, ast.IfExp) and self.small(node.body) and self.small(node.orelse)

    def _halved(self, node: ast.expr) -> bool:
        """Whether half of the value is small: the sum of two small ones may be divided again."""
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            return self.small(node.left) and self.small(node.right)
        return self.small(node)

    def number(self, node: ast.expr) -> bool:
        """Whether the value is surely a number that the operators beside it need not care about."""
        if self.small(node):
            return True
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.Mod | ast.FloorDiv):
            return self.number(node.left) and self.number(node.right)
        return False


def _parameters(scope: ast.AST) -> Iterator[str]:
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        for node in nodes(scope.args):
            if isinstance(node, ast.arg):
                yield node.arg


def _bindings(scope: ast.AST, known: frozenset[str]) -> Iterator[tuple[str, ast.expr | None]]:
    """Yield what is bound where; inner functions included, since they may share names."""
    for node in nodes(scope):
        if isinstance(node, _SILENT):
            continue
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _bound(target, node.value)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            yield from _bound(node.target, node.value)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
        elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            yield from _iterated(node.target, node.iter, known)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            for name in node.names:
                yield name, None
        elif isinstance(node, _SCOPES) and node is not scope:
            yield from ((name, None) for name in _names_of(node))
        else:
            yield from ((name, None) for name in _other_names(node))


def _iterated(target: ast.expr, source: ast.expr, known: frozenset[str]) -> Iterator[tuple[str, ast.expr | None]]:
    called = source.func.id if isinstance(source, ast.Call) and isinstance(source.func, ast.Name) else ""
    args = source.args if isinstance(source, ast.Call) and called in known and not source.keywords else []
    if called == "range" and args and not any(isinstance(arg, ast.Starred) for arg in args):
        # It begins at the first, and does not live to see a number that is far from there.
        for value in args[::2] if len(args) > 1 else [ast.Constant(0)]:
            yield from _bound(target, value)
    elif called == "enumerate" and len(args) == 1 and isinstance(target, ast.Tuple) and len(target.elts) == 2:
        yield from _bound(target.elts[0], ast.Constant(0))
        yield from _bound(target.elts[1], None)
    else:
        yield from _bound(target, None)


def _bound(target: ast.expr, value: ast.expr | None) -> Iterator[tuple[str, ast.expr | None]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Starred):
        yield from _bound(target.value, None)
    elif isinstance(target, ast.Tuple | ast.List):
        parts: list[ast.expr | None] = [None] * len(target.elts)
        if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts):
            starred = any(isinstance(each, ast.Starred) for each in (*value.elts, *target.elts))
            parts = parts if starred else list(value.elts)
        for each, part in zip(target.elts, parts, strict=True):
            yield from _bound(each, part)


def _names_of(scope: ast.AST) -> Iterator[str]:
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield scope.name
    if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        yield from (node.arg for node in nodes(scope.args) if isinstance(node, ast.arg))


def _other_names(node: ast.AST) -> Iterator[str]:
    """Yield the names that other statements and patterns bind."""
    if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield from (name.id for name in nodes(node.optional_vars) if isinstance(name, ast.Name))
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
