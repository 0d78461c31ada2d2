"""The nodes of a tree in one list: walking it costs the meter more than anything else that it does with a program."""

from __future__ import annotations

import ast
from operator import is_
from typing import Any

from codearena.sandbox.inside.meter.private import keep

keep(globals())

_LEAVES = frozenset("arg asname attr conversion ctx id is_async kind level module name op ops rest simple tag type_comment".split())
"""Fields that hold no node, or an operator or context, which has nothing to it but its type."""


def nodes(tree: ast.AST) -> list[ast.AST]:
    """Return what `ast.walk` yields, in its order, without operators and contexts.

    >>> [type(node).__name__ for node in nodes(ast.parse("a + 1"))]
    ['Module', 'Expr', 'BinOp', 'Name', 'Constant']
    """
    found = [tree]
    for node in found:  # which grows meanwhile
        for name in _fields.get(type(node), ()):
            value = getattr(node, name, None)  # a tree made by hand may lack anything
            if type(value) is list:
                found += [each for each in value if isinstance(each, ast.AST)]
            elif isinstance(value, ast.AST):
                found.append(value)
    return found


def fields(kind: type[ast.AST]) -> tuple[str, ...]:
    """Return the fields that may hold nodes which are not leaves."""
    return _fields.get(kind, ())


_EXACT = frozenset(each for each in vars(ast).values() if isinstance(each, type) and issubclass(each, ast.AST))
_ALL = {kind: (*kind._fields, *kind._attributes) for kind in _EXACT}
_fields: dict[type[ast.AST], tuple[str, ...]] = {
    kind: tuple(name for name in kind._fields if name not in _LEAVES or (name == "name" and kind.__name__ == "TypeAlias"))
    for kind in _EXACT
    if not issubclass(kind, ast.Constant)
}
_OPERATORS = "a+a-a*a/a//a%a**a<<a>>a|a&a^a@a; not a, -a, +a, ~a; a and a or a; a = 1; del a; a == a != a < a <= a > a >= a"
_SHARED = [(node, type(node)) for node in ast.walk(ast.parse(_OPERATORS + " is a is not a in a not in a")) if not node._fields]
"""Operators and contexts, of which all trees have the same ones."""
_MADE = {kind: tuple(vars(kind).values()) for kind in _EXACT}
_PLAIN = frozenset((str, bytes, int, float, complex, bool, type(None), type(...)))


def rebuilt(tree: Any) -> ast.AST:
    """Return a copy of a tree that a program has made. Raises `TypeError` for one that is not made of plain nodes and lists."""
    kind = type(tree)
    if kind not in _EXACT:
        raise TypeError(f"a tree with a {kind.__name__} in it cannot be measured")
    values = object.__getattribute__(tree, "__dict__")
    return kind(**{name: _rebuilt(values[name]) for name in _ALL[kind] if name in values})


def _rebuilt(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list or kind is tuple or kind is frozenset:
        return kind(map(_rebuilt, value))
    return rebuilt(value)


def check_classes() -> None:
    """Raise `TypeError` where a program has changed a class of nodes: what is written with them would do something else."""
    for kind, made in _MADE.items():
        now = vars(kind)
        if len(now) != len(made) or not all(map(is_, now.values(), made)):
            raise TypeError(f"ast.{kind.__name__} was changed, and nothing can be measured any more")
    for node, kind in _SHARED:
        if type(node) is not kind:
            raise TypeError(f"ast.{kind.__name__} was changed, and nothing can be measured any more")
