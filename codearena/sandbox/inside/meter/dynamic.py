"""What runs code that a program makes while it runs, and what reads names that it puts together."""

from __future__ import annotations

import ast
import importlib
import operator
import sys
from collections.abc import Callable
from types import CodeType
from typing import Any
from weakref import WeakKeyDictionary

from codearena.sandbox.inside.meter.account import Account
from codearena.sandbox.inside.meter.functions import Function, Pairs, Table
from codearena.sandbox.inside.meter.holding import Holding
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.refusals import refused_attribute, refused_module

keep(globals())


def table(account: Account, compiled: Callable[[Any, str, str], Any], holding: Holding) -> Table:
    """Return what runs code that is made while running, and what reads names that are."""
    return {id(known): (known, function) for known, function in (*_evaluating(account, compiled), *_reading(account, holding))}


class Compiled:
    """Stands for code that a program compiled: the code itself holds what counts."""

    __slots__ = ("__weakref__",)


def _evaluating(account: Account, compiled: Callable[[Any, str, str], Any]) -> Pairs:
    held: WeakKeyDictionary[Compiled, CodeType] = WeakKeyDictionary()

    def checked(source: Any, mode: str) -> Any:
        if type(source) is Compiled:
            return held[source]
        if type(source) is CodeType:
            raise account.refuse("code that was not compiled here cannot be measured")
        return compiled(source, "<string>", mode)

    def evaluate(source: Any, *args: Any) -> Any:
        return eval(checked(source, "eval"), *_names(sys._getframe(1), args))  # noqa: S307 (its source is metered)

    def execute(source: Any, *args: Any, **kwargs: Any) -> None:
        exec(checked(source, "exec"), *_names(sys._getframe(1), args), **kwargs)

    def compiling(source: Any, filename: Any, mode: str, flags: int = 0, *args: Any, **kwargs: Any) -> Any:
        if flags & ast.PyCF_ONLY_AST:
            return compile(source, filename, mode, flags, *args, **kwargs)
        made = Compiled()
        held[made] = compiled(source, str(filename), mode)
        return made

    return [(eval, evaluate), (exec, execute), (compile, compiling)]


def _names(frame: Any, args: tuple[Any, ...]) -> tuple[Any, Any]:
    space = args[0] if args and args[0] is not None else frame.f_globals
    if len(args) > 1 and args[1] is not None:
        return space, args[1]
    local = frame.f_locals
    return space, space if args and args[0] is not None else local if type(local) is dict else dict(local)


def _reading(account: Account, holding: Holding) -> Pairs:
    def read(*args: Any) -> Any:
        if len(args) > 1 and refused_attribute(str(args[1])):
            raise account.refuse(f"{args[1]} reaches into the interpreter and cannot be measured")
        return holding.held(getattr(*args))

    def imported(name: Any, *args: Any, **kwargs: Any) -> Any:
        if refused_module(str(name)):
            raise account.refuse(f"the module {name} reaches into the interpreter and cannot be measured")
        return __import__(name, *args, **kwargs)

    def module(name: Any, *args: Any) -> Any:
        imported(name)
        return importlib.import_module(name, *args)

    def checked(function: Any) -> Function:
        def make(*names: Any, **kwargs: Any) -> Any:
            for name in names:
                for part in str(name).split("."):
                    if refused_attribute(part):
                        raise account.refuse(f"{part} reaches into the interpreter and cannot be measured")
            return function(*names, **kwargs)

        return make

    getters = [(function, checked(function)) for function in (operator.attrgetter, operator.methodcaller)]
    return [*getters, (getattr, read), (__import__, imported), (importlib.import_module, module)]
