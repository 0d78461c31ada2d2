"""The nodes of a tree in one list: walking it costs the meter more than anything else that it does with a program."""

from __future__ import annotations

import ast

_LEAVES = frozenset("arg asname attr conversion ctx id is_async kind level module name op ops rest simple tag type_comment".split())
"""Fields that hold no node, or an operator or context, which has nothing to it but its type."""


def nodes(tree: ast.AST) -> list[ast.AST]:
    """Return what `ast.walk` yields, in its order, without operators and contexts.

    >>> [type(node).__name__ for node in nodes(ast.parse("a + 1"))]
    ['Module', 'Expr', 'BinOp', 'Name', 'Constant']
    """
    found = [tree]
    for node in found:  # which grows meanwhile
        for name in _fields(node.__class__):
            value = getattr(node, name, None)  # a tree made by hand may lack anything
            if type(value) is list:
                found += [each for each in value if isinstance(each, ast.AST)]
            elif isinstance(value, ast.AST):
                found.append(value)
    return found


def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    known = _known.get(kind)
    if known is None:
        known = _known[kind] = tuple(name for name in kind._fields if name not in _LEAVES)
    return known


_known: dict[type[ast.AST], tuple[str, ...]] = {ast.Constant: ()}
