"""Programs that stand as texts in a program that can run texts: they are looked at like files of their own."""

from __future__ import annotations

import ast
import textwrap
import warnings
from collections.abc import Iterator

from codearena.scorers.tools import ToolFailed, parse

RUNNING = frozenset("exec eval compile __import__ runpy exec_module InteractiveInterpreter InteractiveConsole timeit FunctionType".split())
"""Names without which hardly any program runs a text: of a function, a module, an attribute, or spelled as a text."""
_DEEPEST = 3
"""Texts within texts are followed so far."""
_EXPRESSION = 12
"""Nodes from which on a text that is one expression counts as a program; a shorter one hides nothing."""


def embedded(text: str) -> dict[int, str]:
    r"""Return the programs within ``text`` by the line on which they begin.

    Several of one line come as one; there are none where nothing in it could run one.

    >>> embedded("def f(run=exec):\n    run('x = 1')\n")
    {2: 'x = 1'}
    >>> embedded("USAGE = 'x = 1'\n")
    {}
    """
    found: dict[int, str] = {}
    for line, program in _within(text, 1, _DEEPEST):
        found[line] = f"{found[line]}\n{program}" if line in found else program
    return found


def _within(text: str, line: int, deeper: int) -> Iterator[tuple[int, str]]:
    try:
        nodes = list(ast.walk(parse(text)))
    except ToolFailed:  # as each analyser will say
        return
    if not deeper or not any(_runs(node) for node in nodes):
        return
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            program = textwrap.dedent(node.value).strip("\n")
            if _is_program(program):
                at = line + node.lineno - 1
                yield at, program
                yield from _within(program, at, deeper - 1)


def _runs(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in RUNNING
    if isinstance(node, ast.Attribute):
        return node.attr in RUNNING
    if isinstance(node, ast.alias):
        return not RUNNING.isdisjoint(node.name.split("."))
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in RUNNING


def _is_program(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # as nearly all texts
        return False
    if any(not isinstance(statement, ast.Expr) for statement in tree.body):
        return True
    return sum(1 for _ in ast.walk(tree)) > _EXPRESSION
