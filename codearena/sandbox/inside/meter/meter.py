"""The meter: compiles programs that count their work."""

from __future__ import annotations

import ast
import copy
import marshal
import os
import types
import warnings
from collections.abc import Callable
from typing import Any

from codearena.sandbox.inside.meter import functions, operators
from codearena.sandbox.inside.meter.account import UNLIMITED, Account, MeterError
from codearena.sandbox.inside.meter.calls import Calls
from codearena.sandbox.inside.meter.guard import guard
from codearena.sandbox.inside.meter.rewrite import BUILTIN, rewrite

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
        known = functions.by_name(account, made, calls.callee)
        self._known = frozenset(known)
        self._tools: dict[str, Any] = {
            **{BUILTIN + name: function for name, function in known.items()},
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
        return self._filled(filename, *self._translated(text, filename, "exec", trusted=True))

    def translate(self, text: str, filename: str) -> bytes:
        """Do the larger part of `compile`, in whatever process; `load` does the rest where the program is to run. Raises the same."""
        return marshal.dumps(self._translated(text, filename, "exec", trusted=True))

    def load(self, translation: bytes, filename: str) -> types.CodeType:
        """Return what `compile` returns, from what `translate` made with the same interpreter, of which nothing is checked."""
        return self._filled(filename, *marshal.loads(translation))  # noqa: S302 (of our own making, where nothing is trusted)

    def _compiled(self, source: Any, filename: str, mode: str) -> types.CodeType:
        """Compile what the program itself compiles."""
        # No program may give its code the name of a library's.
        filename = filename if filename.startswith("<") else "<string>"
        return self._filled(filename, *self._translated(source, filename, mode))

    def _translated(self, source: Any, filename: str, mode: str, *, trusted: bool = False) -> tuple[types.CodeType, dict[int, str]]:
        """Return code that counts, in which numbers stand for the functions that it counts with, and the names of those."""
        if mode not in ("exec", "eval"):
            raise self._account.refuse(f"what is compiled as {mode!r} cannot be measured")
        text = source.lstrip(" \t") if mode == "eval" and isinstance(source, str) else copy.deepcopy(source)
        tree: Any = compile(text, filename, mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        if isinstance(source, ast.AST):
            compile(text, filename, mode, dont_inherit=True)  # a tree made by hand may lack anything
        placed: dict[int, str] = {}
        try:
            rewrite(tree, self._known, _placeholders(placed))
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
        return code, placed

    def _filled(self, filename: str, code: types.CodeType, placed: dict[int, str]) -> types.CodeType:
        self._account.own.add(filename)
        return _filled(code, {number: self._tools[name] for number, name in placed.items()})


def _placeholders(placed: dict[int, str]) -> Callable[[str], int]:
    """Return a function that enters a name and returns the number that stands for it, which no program can contain by chance."""
    start = int.from_bytes(os.urandom(16), "big") | 1 << 128
    numbers: dict[str, int] = {}

    def place(name: str) -> int:
        number = numbers.get(name)
        if number is None:
            number = numbers[name] = start + len(numbers)
            placed[number] = name
        return number

    return place


def _filled(code: types.CodeType, placed: dict[int, Any]) -> types.CodeType:
    """Put the functions in the place of their numbers."""
    constants = tuple(
        _filled(each, placed) if type(each) is types.CodeType else placed.get(each, each) if type(each) is int else each
        for each in code.co_consts
    )
    return code.replace(co_consts=constants)
