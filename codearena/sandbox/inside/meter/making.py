"""Nodes that the rewriting makes, and what it asks of those that it meets."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, TypeVar

from codearena.sandbox.inside.meter.private import keep

keep(globals())

Placeholder = Callable[[str], int]
Node = TypeVar("Node", bound=ast.AST)
BINARY: dict[type[ast.AST], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Mod: "mod",
    ast.FloorDiv: "floordiv",
    ast.Div: "truediv",
    ast.Pow: "pow",
    ast.LShift: "lshift",
    ast.RShift: "rshift",
    ast.BitAnd: "and_",
    ast.BitOr: "or_",
    ast.BitXor: "xor",
}
"""Operators by the names that they have in `operator`."""
COMPARED: dict[type[ast.AST], str] = {
    ast.Eq: "eq",
    ast.NotEq: "ne",
    ast.Lt: "lt",
    ast.LtE: "le",
    ast.Gt: "gt",
    ast.GtE: "ge",
    ast.In: "contains",
    ast.NotIn: "lacks",
}
"""Comparisons, alike."""


class Maker:
    """Makes nodes in which numbers stand for the functions of the meter."""

    def __init__(self, place: Placeholder) -> None:
        self._place = place

    def _constant(self, name: str, at: ast.AST) -> ast.Constant:
        return placed(ast.Constant(self._place(name)), at)

    def _call(self, name: str, at: ast.AST, *args: ast.expr) -> ast.Call:
        return placed(ast.Call(self._constant(name, at), list(args), []), at)

    def _counted(self, value: ast.expr, amount: int) -> ast.expr:
        return placed(ast.BoolOp(ast.And(), [self._tick(amount, value), value]), value)

    def _tick(self, amount: int, at: ast.AST) -> ast.Call:
        return self._call("tick", at, placed(ast.Constant(amount), at))

    def _count(self, amount: int, at: ast.AST, *, checked: bool) -> list[ast.stmt]:
        """Return the statements that add to the work, and look whether it is too much where a program could go on for ever."""

        def part(index: int, context: ast.expr_context) -> ast.Subscript:
            return placed(ast.Subscript(self._constant("state", at), placed(ast.Constant(index), at), context), at)

        made: list[ast.stmt] = [placed(ast.AugAssign(part(0, ast.Store()), ast.Add(), placed(ast.Constant(amount), at)), at)]
        if checked:
            test = placed(ast.Compare(part(0, ast.Load()), [ast.Gt()], [part(1, ast.Load())]), at)
            made.append(placed(ast.If(test, [placed(ast.Expr(self._call("over", at)), at)], []), at))
        return made


def placed(node: Node, source: ast.AST) -> Node:
    """Give a node the place of another, which is what error messages and line counts show."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(source, name))
    return node


def as_ast(node: Any) -> ast.AST:
    """Return the node."""
    assert isinstance(node, ast.AST)
    return node


def as_expr(node: Any) -> ast.expr:
    """Return the expression."""
    assert isinstance(node, ast.expr)
    return node


def must_be_first(node: ast.stmt, index: int) -> bool:
    """Whether nothing may stand before a statement, which has this place in its block."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return index == 0
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def takes_elements(target: ast.expr) -> bool:
    """Whether assigning to the target walks through the value: into a slice, or into a starred name."""
    if isinstance(target, ast.Subscript):
        return isinstance(target.slice, ast.Slice)
    return isinstance(target, ast.Tuple | ast.List) and any(isinstance(each, ast.Starred) or takes_elements(each) for each in target.elts)


def compares_two(call: ast.Call) -> bool:
    """Whether a call has two arguments and nothing else."""
    return len(call.args) == 2 and not call.keywords and not any(isinstance(arg, ast.Starred) for arg in call.args)


def is_special(name: str) -> bool:
    """Whether a method of this name may be called without being named."""
    return name[:2] == "__" == name[-2:]
