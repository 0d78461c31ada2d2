"""The account of a meter: what was counted, and what counts.

One unit of work is about one operation of the interpreter. Work inside C is charged by the number of elements, shifted
right by what kind of work it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import CodeType, CoroutineType, FunctionType, GeneratorType
from typing import Any

from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import attribute, length, range_length, traits

keep(globals())

MOVE, COPY, SCAN = 4, 3, 1
"""Shifts: bytes or pointers moved as a block; references copied; elements visited or compared. Hashing is not shifted."""

UNLIMITED = 1 << 62
MADE = "<made>"
"""File name of what a program compiles while it runs."""


class OverBudget(BaseException):  # not an Exception: programs catch those
    """The submission has worked more than its budget allows. Raised again at each later count."""


class MeterError(Exception):
    """A program that cannot be measured, and why."""


class Account:
    """What is counted, and the functions that count; they close over one list that has no other owner.

    The rewritten program adds to that list in place, because a function call for each block would cost more than most
    blocks do.
    """

    def __init__(self) -> None:
        state = [0, UNLIMITED]

        def over() -> None:
            raise OverBudget

        def tick(amount: int) -> bool:
            state[0] += amount
            if state[0] > state[1] or amount < 0:
                raise OverBudget
            return True

        def counted(source: Iterator[Any]) -> Iterator[Any]:
            for each in source:
                state[0] += 1
                if state[0] > state[1]:
                    raise OverBudget
                yield each

        self.state = state
        self.over = over
        self.tick = tick
        """Add to the work and raise `OverBudget` where there is too much; true, so that conditions can contain it."""
        self.counted = counted
        """Pass on an iterator, one unit of work for each element."""
        self.own: set[str] = {MADE}
        """File names of rewritten code. No code of the library bears one of them."""
        self.space: dict[str, Any] | None = None
        """The namespace of the module that is measured. A function that has it counts by itself."""
        self.refused = ""
        """Why the program was refused while it ran; empty when it was not."""

    def refuse(self, why: str) -> MeterError:
        """Remember why something was not done, and return the exception that says so."""
        self.refused = self.refused or why
        return MeterError(why)

    def is_own(self, code: Any) -> bool:
        """Whether a code object counts by itself."""
        return type(code) is CodeType and code.co_filename in self.own

    def is_own_function(self, function: Any) -> bool:
        """Whether a Python function counts by itself."""
        return function.__globals__ is self.space or self.is_own(function.__code__)

    def is_rewritten(self, function: Any) -> bool:
        """Whether a Python function was compiled here, and not written by a library for a class of the program."""
        return self.is_own(function.__code__)

    def drawn(self, value: Any) -> Any:
        """Charge for C code walking through ``value``; an iterator made in C is returned as one that counts."""
        kind = type(value)
        if kind is GeneratorType:
            return value if self.is_own(value.gi_code) else self.counted(value)
        if kind is range:
            self.tick(range_length(value) >> SCAN)
            return value
        _, measure, lazy, _ = traits(kind)
        if measure is not None:
            self.tick(measure(value) >> SCAN)
        elif lazy:
            return self.counted(value)
        return value

    def walked(self, value: Any) -> Any:
        """Do what `drawn` does for C code that surely iterates: what a class says to iterate instead of itself counts too."""
        if not traits(type(value))[3]:
            return self.drawn(value)
        source = iter(value)
        kind = type(source)
        if kind is GeneratorType:
            return self.drawn(source)
        step = attribute(kind, "__next__")
        return source if type(step) is FunctionType and self.is_own_function(step) else self.counted(source)

    def delegated(self, value: Any) -> Any:
        """Return what ``yield from`` delegates to: anything but a generator, which has more to it, counts its elements."""
        kind = type(value)
        if kind is GeneratorType or kind is CoroutineType:
            return self.drawn(value)
        _, measure, lazy, looped = traits(kind)
        if looped:
            return self.walked(value)
        return self.counted(iter(value)) if lazy or measure is not None or kind is range else value

    def whole(self, value: Any) -> Any:
        """Charge for all of ``value`` being looked at, and return it."""
        size = length(value)
        if size:
            self.tick(size >> COPY)
        return value
