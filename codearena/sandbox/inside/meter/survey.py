"""What can be said of a whole program before it is rewritten: which names surely mean what they seem to mean."""

from __future__ import annotations

import ast
import builtins

from codearena.sandbox.inside.meter.account import MeterError
from codearena.sandbox.inside.meter.functions import FREE
from codearena.sandbox.inside.meter.nodes import nodes
from codearena.sandbox.inside.meter.refusals import refused_attribute, refused_module, refused_text

_DYNAMIC = frozenset("globals locals vars setattr exec eval compile __builtins__ builtins __dict__ __import__ importlib".split())
_CHEAP_METHODS = frozenset("append add popleft appendleft items keys values get setdefault discard bit_length".split())
_SLICING = frozenset(("slice", "getattr"))
_BUILTINS = frozenset(vars(builtins))
_CHECKED = (ast.Attribute, ast.MatchClass, ast.Import, ast.ImportFrom)
_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
_ARGUMENTS = (ast.arg, ast.keyword)


class Survey:
    """Names of a program: those bound once by a function, those never bound, and methods that cannot be anything else."""

    def __init__(self, tree: ast.AST) -> None:
        bound: dict[str, int] = {}
        every = nodes(tree)
        spoken = {id(node.value) for node in every if isinstance(node, ast.Expr)}
        texts: list[str] = []
        functions: set[str] = set()
        dynamic = slices = False
        for node in every:
            if isinstance(node, _CHECKED):
                _check(node)
            name = _bound(node)
            if name:
                bound[name] = bound.get(name, 0) + 1
            if isinstance(node, ast.Name):
                dynamic = dynamic or node.id in _DYNAMIC
                slices = slices or node.id in _SLICING
            elif isinstance(node, ast.Attribute):
                dynamic = dynamic or node.attr in _DYNAMIC
            elif isinstance(node, ast.FunctionDef) and not node.decorator_list:
                functions.add(node.name)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.append(node.value)
                if id(node) not in spoken and (refused := refused_text(node.value)):
                    raise _reaches(node, refused)
            elif isinstance(node, ast.alias):
                dynamic = dynamic or node.name == "*" or node.name.partition(".")[0] in _DYNAMIC
        text = " ".join(texts)
        self.builtins: frozenset[str] = frozenset() if dynamic else _BUILTINS - bound.keys()
        """Names that mean the built-in."""
        self.free = self.builtins & frozenset(FREE)
        self.own = frozenset() if dynamic else frozenset(name for name in functions if bound[name] == 1)
        """Names of functions of the program, bound nowhere else."""
        self.cheap_methods = frozenset() if dynamic else frozenset(n for n in _CHEAP_METHODS - bound.keys() if n not in text)
        """Methods that take constant time wherever C has them, and that no class or object of the program redefines."""
        self.pops = not dynamic and "pop" not in bound and "pop" not in text
        """Whether ``pop`` without arguments takes constant time."""
        self.makes_slices = dynamic or slices


def _bound(node: ast.AST) -> str | None:
    """Return the name that a node binds, if any."""
    if isinstance(node, ast.Name):
        return None if isinstance(node.ctx, ast.Load) else node.id
    if isinstance(node, ast.Attribute):
        return None if isinstance(node.ctx, ast.Load) else node.attr
    if isinstance(node, _NAMED):
        return node.name
    if isinstance(node, _ARGUMENTS):
        return node.arg
    if isinstance(node, ast.alias):
        return (node.asname or node.name).partition(".")[0]
    return node.rest if isinstance(node, ast.MatchMapping) else None


def _check(node: ast.AST) -> None:
    """Refuse what reaches into the interpreter."""
    if isinstance(node, ast.Attribute) and refused_attribute(node.attr):
        raise _reaches(node, node.attr)
    if isinstance(node, ast.MatchClass):
        for name in filter(refused_attribute, node.kwd_attrs):
            raise _reaches(node, name)
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        for name in filter(refused_module, names):
            raise _reaches(node, f"the module {name}")
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if refused_attribute(alias.name):
                    raise _reaches(node, alias.name)


def _reaches(node: ast.stmt | ast.expr | ast.pattern, what: str) -> MeterError:
    return MeterError(f"line {node.lineno}: {what} reaches into the interpreter and cannot be measured")
