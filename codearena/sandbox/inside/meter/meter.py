"""The meter: compiles programs that count their work."""

from __future__ import annotations

import ast
import marshal
import os
import types
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from codearena.sandbox.inside.meter import operators
from codearena.sandbox.inside.meter.account import MADE, UNLIMITED, Account, MeterError
from codearena.sandbox.inside.meter.calls import Calls
from codearena.sandbox.inside.meter.guard import guard
from codearena.sandbox.inside.meter.holding import closed
from codearena.sandbox.inside.meter.nodes import check_classes, nodes, rebuilt
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.rewrite import BUILTIN, rewrite
from codearena.sandbox.inside.meter.survey import Facts, surveyed

keep(globals())

Translation = tuple[types.CodeType, dict[int, str]]

VERSION = 2
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
        known = calls.by_name
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
            "walked": account.walked,
            "held": calls.holding.held,
            "special": calls.holding.special,
            "audited": calls.holding.audited,
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

    def compile(self, text: str, filename: str, facts: Facts | None = None) -> types.CodeType:
        """Compile a module. Raises what compiling it plainly raises, and `MeterError` for a program that cannot be measured.

        ``facts`` are what `survey` returned for all files, where it is not the only one.
        """
        try:
            check_classes()
        except TypeError as error:
            raise MeterError(str(error)) from None
        return self._filled(filename, *self._translated(text, filename, facts))

    def translate(self, text: str, filename: str, facts: Facts | None = None) -> bytes:
        """Do the larger part of `compile`, in whatever process; `load` does the rest where the program is to run. Raises the same."""
        return marshal.dumps(self._translated(text, filename, facts))

    def load(self, translation: bytes, filename: str) -> types.CodeType:
        """Return what `compile` returns, from what `translate` made with the same interpreter, of which nothing is checked."""
        return self._filled(filename, *marshal.loads(translation))  # noqa: S302 (of our own making, where nothing is trusted)

    def enclosed(self, code: types.CodeType, filename: str) -> types.CodeType:
        """Return code that executes other code where it is executed itself, and shows nothing of it to whoever does that."""

        def execute(space: dict[str, Any]) -> None:
            exec(code, space)

        tree = ast.parse(f"{1 << 129}({1 << 130}())")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of numbers that are called
            made = compile(tree, _own_name(filename), "exec", dont_inherit=True)
        return _filled(made, {1 << 129: closed(execute), 1 << 130: globals})

    def survey(self, files: Sequence[tuple[str, str]]) -> Facts | None:
        """Return what the Python files of a submission say of each other's names; None where there is only one."""
        return surveyed([text for name, text in files if name.endswith(".py")]) if len(files) > 1 else None

    def _translated(self, text: str, filename: str, facts: Facts | None) -> Translation:
        """Return code that counts, in which numbers stand for the functions that it counts with, and the names of those."""
        tree = compile(text, filename, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        return self._rewritten(tree, text, _own_name(filename), "exec", facts)

    def _compiled(self, source: Any, filename: str, mode: str) -> types.CodeType:
        """Compile what the program itself compiles."""
        if mode not in ("exec", "eval"):
            raise self._account.refuse(f"what is compiled as {mode!r} cannot be measured")
        try:
            check_classes()
            plain: Any = rebuilt(source) if isinstance(source, ast.AST) else _text(source, mode)
        except TypeError as error:
            raise self._account.refuse(str(error)) from None
        tree: Any = plain if isinstance(plain, ast.AST) else compile(plain, filename, mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        if tree is plain:
            compile(tree, filename, mode, dont_inherit=True)  # a tree made by hand may lack anything
        try:
            # It may run in any namespace, in which its names may mean anything.
            return self._filled(MADE, *self._rewritten(tree, plain, MADE, mode, Facts([nodes(tree)], dynamic=True)))
        except MeterError as error:
            raise self._account.refuse(str(error)) from None

    def _rewritten(self, tree: Any, plain: Any, filename: str, mode: str, facts: Facts | None) -> Translation:
        placed: dict[int, str] = {}
        try:
            rewrite(tree, self._known, _placeholders(placed), facts)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of numbers that are called
                code = compile(tree, filename, mode, dont_inherit=True)
        except (SyntaxError, RecursionError, ValueError) as error:
            compile(plain, filename, mode, dont_inherit=True)  # raises the same of the program as it is written
            raise MeterError(f"{filename} cannot be rewritten: {error}") from error
        return code, placed

    def _filled(self, filename: str, code: types.CodeType, placed: dict[int, str]) -> types.CodeType:
        self._account.own.add(_own_name(filename))
        return _filled(code, {number: self._tools[name] for number, name in placed.items()})


def _own_name(filename: str) -> str:
    """Return a file name that no code of a library has."""
    return MADE if os.sep in filename or "<" in filename else filename


def _text(source: Any, mode: str) -> Any:
    """Return the text that a program compiles, which it cannot change any more."""
    if isinstance(source, str):
        text = str.__str__(source)
        return text.lstrip(" \t") if mode == "eval" else text
    return bytes(memoryview(source))


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
