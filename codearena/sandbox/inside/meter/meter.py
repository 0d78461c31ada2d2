"""The meter: compiles programs that count their work."""

from __future__ import annotations

import ast
import copy
import os
import types
import warnings
from typing import Any

from codearena.sandbox.inside.meter import functions, operators
from codearena.sandbox.inside.meter.account import UNLIMITED, Account, MeterError
from codearena.sandbox.inside.meter.calls import Calls
from codearena.sandbox.inside.meter.guard import guard
from codearena.sandbox.inside.meter.rewrite import rewrite

VERSION = 1
"""Changes whenever the same program may count differently."""


class Meter:
    r"""Counts the work of the programs that it compiles, in units of about one operation of the interpreter.

    >>> meter = Meter()
    >>> space = {}
    >>> exec(meter.compile("f = lambda n: sum(range(n))", "solution.py"), space)
    >>> meter.start()
    >>> space["f"](1000), meter.work
    (499500, 504)
    """

    def __init__(self, budget: int | None = None) -> None:
        self._account = account = Account()
        made = operators.make(account)
        calls = Calls(account, made, self._compiled)
        self._known = functions.by_name(account, made, calls.callee)
        self._tools: dict[str, Any] = {
            **made,
            "state": account.state,
            "tick": account.tick,
            "over": account.over,
            "drawn": account.drawn,
            "delegated": account.delegated,
            "whole": account.whole,
            "callee": calls.callee,
            "slice": slice,
        }
        self.start(budget)

    @property
    def work(self) -> int:
        """What was counted since the start."""
        return self._account.state[0]

    @property
    def over(self) -> bool:
        """Whether the program has had to stop, or should have: a program may catch what told it to."""
        return self._account.state[0] > self._account.state[1]

    @property
    def refused(self) -> str:
        """Why a program was refused while it ran; empty when none was."""
        return self._account.refused

    def guard(self) -> None:
        """From now on, and for good, let the interpreter itself deny this process what would reach the count or go past it."""
        guard(self._account)

    def start(self, budget: int | None = None, space: dict[str, Any] | None = None) -> None:
        """Count from zero, up to the budget; ``space`` is the namespace in which the program will run, where that is known."""
        self._account.space = space
        self._account.refused = ""
        self._account.state[:] = [0, UNLIMITED if budget is None else budget]

    def compile(self, text: str, filename: str) -> types.CodeType:
        """Compile a module. Raises what compiling it plainly raises, and `MeterError` for a program that cannot be measured."""
        code = self._compiled(text, filename, "exec", trusted=True)
        assert isinstance(code, types.CodeType)
        return code

    def _compiled(self, source: Any, filename: str, mode: str, *, trusted: bool = False) -> Any:
        if not trusted:  # no program may give its code the name of a library's
            filename = filename if filename.startswith("<") else "<string>"
        if mode not in ("exec", "eval"):
            raise self._account.refuse(f"what is compiled as {mode!r} cannot be measured")
        text = source.lstrip(" \t") if mode == "eval" and isinstance(source, str) else copy.deepcopy(source)
        tree: Any = compile(text, filename, mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        if isinstance(source, ast.AST):
            compile(text, filename, mode, dont_inherit=True)  # a tree made by hand may lack anything
        placed: dict[int, Any] = {}
        try:
            rewrite(tree, self._tools, self._known, _placeholders(placed))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of numbers that are called
                code = compile(tree, filename, mode, dont_inherit=True)
        except MeterError as error:
            if trusted:
                raise
            raise self._account.refuse(str(error)) from None
        except (SyntaxError, RecursionError, ValueError) as error:
            compile(text, filename, mode, dont_inherit=True)  # raises the same of the program as it is written
            raise MeterError(f"{filename} cannot be rewritten: {error}") from error
        self._account.own.add(filename)
        return _filled(code, placed)


def _placeholders(placed: dict[int, Any]) -> Any:
    """Return a function that keeps an object and returns the number that stands for it, which no program can contain by chance."""
    start = int.from_bytes(os.urandom(16), "big") | 1 << 128
    numbers: dict[int, int] = {}

    def place(tool: Any) -> int:
        number = numbers.get(id(tool))
        if number is None:
            number = numbers[id(tool)] = start + len(numbers)
            placed[number] = tool
        return number

    return place


def _filled(code: types.CodeType, placed: dict[int, Any]) -> types.CodeType:
    """Put the objects in the place of their numbers."""
    constants = tuple(
        _filled(each, placed) if type(each) is types.CodeType else placed.get(each, each) if type(each) is int else each
        for each in code.co_consts
    )
    return code.replace(co_consts=constants)
