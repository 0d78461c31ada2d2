"""What can be said of a whole program before it is rewritten: which names surely mean what they seem to mean."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from codearena.sandbox.inside.meter.account import MeterError
from codearena.sandbox.inside.meter.functions import FREE
from codearena.sandbox.inside.meter.holding import CHEAP_METHODS
from codearena.sandbox.inside.meter.library import KNOWN_MODULES
from codearena.sandbox.inside.meter.nodes import nodes
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.refusals import refused_attribute, refused_module, refused_text

keep(globals())

_DYNAMIC = frozenset(
    "globals locals vars setattr exec eval compile __builtins__ builtins __dict__ __import__ importlib solution modules getmodule "
    "resolve_name update_wrapper WRAPPER_ASSIGNMENTS ChainMap".split()
)
"""Names with which a program can change what its other names mean, or what the methods of its objects are."""
_NAMING = frozenset("SimpleNamespace namedtuple NamedTuple TypedDict make_dataclass new_class".split())
"""Names of what makes objects with names that may be put together."""
_READING = frozenset("__getattr__ __getattribute__ __prepare__".split())
"""Methods that say what the attributes of an object are, or the names in the body of a class."""
_SIGNED = frozenset(("Counter", "pos", "neg"))
_SLICING = frozenset(("slice", "getattr"))
_BUILTINS = frozenset(vars(builtins))
_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
_ARGUMENTS = (ast.arg, ast.keyword)
_FREE = frozenset(FREE)
_MAKERS = frozenset(("property", "staticmethod", "classmethod"))
_REMARKABLE = _DYNAMIC | _NAMING | _SIGNED | _SLICING


class Facts:
    """What the files of a program say of its names, taken together: each of them may change what a name means in another."""

    def __init__(self, files: Iterable[list[ast.AST]], *, dynamic: bool = False) -> None:
        """Collect them from the nodes of each file; ``dynamic`` is a program that may run in any namespace."""
        self.bound: dict[str, int] = {}
        self.functions: set[str] = set()
        self.dynamic = dynamic
        self.slices = self.signs = False
        self._texts: list[str] = []
        for every in files:
            self._add(every)
        self.text = " ".join(self._texts)
        self.dynamic = self.dynamic or "__setattr__" in self.text or not _READING.isdisjoint(self.bound)

    def _add(self, every: list[ast.AST]) -> None:
        """Take in the nodes of one file."""
        bound, naming = self.bound, False
        for node in every:
            name = _bound(node)
            if name:
                bound[name] = bound.get(name, 0) + 1
            kind = type(node)
            if kind is ast.Name or kind is ast.Attribute:
                name = node.id if kind is ast.Name else node.attr  # type: ignore[attr-defined]
                if name in _REMARKABLE:
                    self._remark(name)
                    naming = naming or name in _NAMING
            elif kind is ast.Constant:
                if type(node.value) is str:  # type: ignore[attr-defined]
                    self._texts.append(node.value)  # type: ignore[attr-defined]
            elif isinstance(node, ast.Call):
                self.dynamic = self.dynamic or _makes_class(node)
            elif isinstance(node, ast.FunctionDef):
                if not node.decorator_list:
                    self.functions.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                self._import(node)
        self.dynamic = self.dynamic or (naming and any(map(_puts_together, every)))

    def _remark(self, name: str) -> None:
        self.dynamic = self.dynamic or name in _DYNAMIC
        self.slices = self.slices or name in _SLICING
        self.signs = self.signs or name in _SIGNED

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        self.dynamic = self.dynamic or _is_strange(node)
        self.signs = self.signs or any(alias.name in _SIGNED for alias in node.names)


def surveyed(texts: Iterable[str]) -> Facts:
    """Return the facts of all these texts; one that is no program tells nothing, and is not going to run."""
    files = []
    for text in texts:
        with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            files.append(nodes(ast.parse(text)))
    return Facts(files)


class Survey:
    """Names of a program: those bound once by a function, those never bound, and methods that cannot be anything else."""

    def __init__(self, tree: ast.AST, facts: Facts | None = None) -> None:
        """Look at one file; ``facts`` are those of all, where it is not the only one."""
        every = nodes(tree)
        _check(every)
        if facts is None:
            facts = Facts([every])
        dynamic, bound = facts.dynamic, facts.bound
        self.builtins: frozenset[str] = frozenset() if dynamic else _BUILTINS - bound.keys()
        """Names that mean the built-in."""
        self.free = self.builtins & _FREE
        self.makers = self.builtins & _MAKERS
        """Names of decorators that surely make a property or the like."""
        self.own = frozenset() if dynamic else frozenset(name for name in facts.functions if bound[name] == 1)
        """Names of functions of the program, bound nowhere else."""
        self.cheap_methods = frozenset() if dynamic else frozenset(n for n in CHEAP_METHODS - bound.keys() if n not in facts.text)
        """Methods that take constant time wherever C has them, and that no class or object of the program redefines."""
        self.pops = not dynamic and "pop" not in bound and "pop" not in facts.text
        """Whether ``pop`` without arguments takes constant time."""
        self.makes_slices = dynamic or facts.slices
        self.signs = dynamic or facts.signs
        """Whether a sign may stand before a container."""
        self.matches = dynamic or "__match_args__" in bound
        """Whether a pattern may read any attributes by their places."""


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


def _is_strange(node: ast.Import | ast.ImportFrom) -> bool:
    """Whether a module is imported of which too little is known, or all of one, or a file of the program itself."""
    if isinstance(node, ast.ImportFrom):
        names = [node.module or ""]
        strange = bool(node.level) or any(alias.name == "*" or (alias.name in _NAMING and alias.asname) for alias in node.names)
    else:
        names, strange = [alias.name for alias in node.names], False
    names += [alias.name for alias in node.names if alias.name in _DYNAMIC]
    return strange or any(name.partition(".")[0] not in KNOWN_MODULES for name in names)


def _makes_class(call: ast.Call) -> bool:
    """Whether a call may be one of ``type`` with a table of attributes."""
    return isinstance(call.func, ast.Name) and call.func.id == "type" and (len(call.args) > 1 or bool(call.keywords))


def _puts_together(node: ast.AST) -> bool:
    """Whether this makes an object with names that are not spelled out, or does so under another name."""
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Attribute):
        return _name_of(node.value) in _NAMING
    if not isinstance(node, ast.Call):
        return False
    name = _name_of(node.func)
    if name == "__setattr__":
        return not any(isinstance(arg, ast.Constant) for arg in node.args[:2])
    return name in _NAMING and not (all(map(_is_spelled, node.args)) and all(keyword.arg for keyword in node.keywords))


def _name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_spelled(node: ast.expr) -> bool:
    if isinstance(node, ast.List | ast.Tuple):
        return all(map(_is_spelled, node.elts))
    return isinstance(node, ast.Constant | ast.Name | ast.Subscript) or (isinstance(node, ast.Attribute) and node.attr != "join")


def _check(every: list[ast.AST]) -> None:
    """Refuse what reaches into the interpreter."""
    spoken = {id(node.value) for node in every if type(node) is ast.Expr}
    for node in every:
        kind = type(node)
        if kind is ast.Attribute:
            if refused_attribute(node.attr):  # type: ignore[attr-defined]
                raise _reaches(node, node.attr)  # type: ignore[attr-defined]
        elif kind is ast.Constant:
            text = node.value  # type: ignore[attr-defined]
            if type(text) is str and "_" in text and id(node) not in spoken and (refused := refused_text(text)):
                raise _reaches(node, refused)
        elif isinstance(node, ast.MatchClass):
            for name in filter(refused_attribute, node.kwd_attrs):
                raise _reaches(node, name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            _check_import(node)


def _check_import(node: ast.Import | ast.ImportFrom) -> None:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    for name in filter(refused_module, names):
        raise _reaches(node, f"the module {name}")
    if isinstance(node, ast.ImportFrom):
        for alias in node.names:
            if refused_attribute(alias.name):
                raise _reaches(node, alias.name)


def _reaches(node: Any, what: str) -> MeterError:
    return MeterError(f"line {node.lineno}: {what} reaches into the interpreter and cannot be measured")
