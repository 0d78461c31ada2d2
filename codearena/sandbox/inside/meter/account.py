"""The account of a meter, and how large the things are that C code is about to walk through.

One unit of work is about one operation of the interpreter. Work inside C is charged by the number of elements, shifted
right by what kind of work it is. Nothing here calls code of the submission to find a size: only lengths that C keeps.
"""

from __future__ import annotations

import builtins
import collections
from collections.abc import Callable, Iterator
from types import CodeType, CoroutineType, GeneratorType, WrapperDescriptorType
from typing import Any

globals()["__builtins__"] = {**vars(builtins)}  # a program may replace those that it shares

MOVE, COPY, SCAN = 4, 3, 1
"""Shifts: bytes or pointers moved as a block; references copied; elements visited or compared. Hashing is not shifted."""

UNLIMITED = 1 << 62


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
            if state[0] > state[1]:
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
        self.own: set[str] = {"<string>"}
        """File names of rewritten code. Methods that the library makes for a data class bear the first one."""
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

    def drawn(self, value: Any) -> Any:
        """Charge for C code walking through ``value``; an iterator made in C is returned as one that counts."""
        kind = type(value)
        if kind is GeneratorType:
            return value if self.is_own(value.gi_code) else self.counted(value)
        if kind is range:
            self.tick(range_length(value) >> SCAN)
            return value
        _, measure, lazy = traits(kind)
        if measure is not None:
            self.tick(measure(value) >> SCAN)
        elif lazy:
            return self.counted(value)
        return value

    def delegated(self, value: Any) -> Any:
        """Return what ``yield from`` delegates to: anything but a generator, which has more to it, counts its elements."""
        kind = type(value)
        if kind is GeneratorType or kind is CoroutineType:
            return self.drawn(value)
        _, measure, lazy = traits(kind)
        return self.counted(iter(value)) if lazy or (measure is not None and not is_heap(kind)) or kind is range else value

    def whole(self, value: Any) -> Any:
        """Charge for all of ``value`` being looked at, and return it."""
        size = length(value)
        if size:
            self.tick(size >> COPY)
        return value


# ---------------------------------------------------------------------------------------------------- sizes

Traits = tuple[type, "Callable[[Any], int] | None", bool]

_mro = type.__dict__["__mro__"].__get__  # a metaclass may say something else of its classes
_flags = type.__dict__["__flags__"].__get__
members = type.__dict__["__dict__"].__get__
"""Return the dictionary of a class, whatever its metaclass says."""
_SLOT = WrapperDescriptorType
_PLAIN_SIZED = (list, tuple, str, dict, set, frozenset, bytes, bytearray, collections.deque)
_traits: dict[int, Traits] = {id(kind): (kind, len, False) for kind in _PLAIN_SIZED}


def traits(kind: type) -> Traits:
    """Return the type itself, the function of C that knows the length of its values, and whether it iterates in C.

    Types are found by identity: one with a metaclass of the submission may compare and hash as that likes.
    """
    known = _traits.get(id(kind))
    if known is not None and known[0] is kind:
        return known
    measure, lazy = None, None
    for each in _mro(kind):
        own = members(each)
        if measure is None and type(own.get("__len__")) is _SLOT:
            measure = own["__len__"]
        if lazy is None and "__next__" in own:
            lazy = type(own["__next__"]) is _SLOT
    if kind is range:
        measure = range_length
    known = (kind, measure, bool(lazy) and kind not in (GeneratorType, CoroutineType))
    _traits[id(kind)] = known
    return known


def is_heap(kind: type) -> bool:
    """Whether the type was made while running: by a class statement, or by a library of C."""
    return bool(_flags(kind) & 1 << 9)


def base_of(kind: type, among: dict[int, Any]) -> int:
    """Return the identity of the first type in the resolution order that is a key of ``among``, or 0."""
    if id(kind) in among:
        return id(kind)
    return next((id(each) for each in _mro(kind) if id(each) in among), 0)


def length(value: Any) -> int:
    """Return how many elements C keeps for ``value``; 0 for what has none."""
    measure = traits(type(value))[1]
    return 0 if measure is None else measure(value)


def range_length(value: range) -> int:
    """Return the length of a range, which ``len`` does not for long ones."""
    start, stop, step = value.start, value.stop, value.step
    return max(0, (stop - start + step - (1 if step > 0 else -1)) // step)


def extent(value: Any, depth: int = 4) -> int:
    """Return how many elements there are in ``value`` and the containers within it."""
    size = length(value)
    kind = type(value)
    if not size or not depth or kind in (str, bytes, range):
        return size
    if kind not in (dict, list, tuple, set, frozenset):
        return size
    parts = dict.values(value) if kind is dict else value
    if _SCALARS.issuperset(map(id, map(type, parts))):
        return size
    return size + sum(extent(each, depth - 1) for each in parts)


_SCALARS = frozenset(map(id, (int, float, complex, bool, type(None))))


def words(bits: int) -> int:
    """Return the 64-bit words of a number of so many bits."""
    return (bits + 63) >> 6
