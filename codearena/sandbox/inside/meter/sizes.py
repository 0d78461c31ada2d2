"""How large the things are that C code is about to walk through.

Nothing here calls code of the submission to find a size: only lengths that C keeps. Types are found by identity, since
one with a metaclass of the submission may compare and hash as that likes.
"""

from __future__ import annotations

import collections
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import compress, count
from operator import ne
from types import CoroutineType, FunctionType, GeneratorType, MemberDescriptorType, WrapperDescriptorType
from typing import Any

from codearena.sandbox.inside.meter.private import keep

keep(globals())

Traits = tuple[type, "Callable[[Any], int] | None", bool, bool]

_mro = type.__dict__["__mro__"].__get__  # a metaclass may say something else of its classes
_flags = type.__dict__["__flags__"].__get__
_module = type.__dict__["__module__"].__get__
members = type.__dict__["__dict__"].__get__
"""Return the dictionary of a class, whatever its metaclass says."""
_SLOT = WrapperDescriptorType
_PLAIN_SIZED = (list, tuple, str, dict, set, frozenset, bytes, bytearray, collections.deque)
_WRITTEN = (collections.UserList, collections.UserDict, collections.UserString, collections.ChainMap)
"""Containers that are written in Python, and hold others."""
FEW = 8
"""A list of no more elements is taken for one thing where it is compared with many."""
_MANY = 50_000
"""Parts after which no more of them are looked at: by then they cost enough."""


def identities(*kinds: type) -> frozenset[int]:
    """Return what `id` gives for these types, with which they are found whatever a metaclass says."""
    return frozenset(map(id, kinds))


_SCALARS = identities(int, float, complex, bool, type(None))
_FLAT = identities(int, float, complex, bool, type(None), str, bytes)
_NESTING = identities(dict, list, tuple, set, frozenset, collections.deque, collections.OrderedDict, collections.defaultdict)
_TABLES = identities(dict, collections.OrderedDict, collections.defaultdict)
_ROWS = identities(list, tuple)
_BY_SIZE = identities(set, frozenset, dict)
_traits: dict[int, Traits] = {id(kind): (kind, len, False, False) for kind in _PLAIN_SIZED}


def traits(kind: type) -> Traits:
    """Return the type itself, the function of C that knows the length of its values, whether it iterates in C, and not.

    The last is whether a function of Python says what is iterated in the place of a value.
    """
    known = _traits.get(id(kind))
    if known is not None and known[0] is kind:
        return known
    measure, lazy = None, None
    order = _mro(kind)
    for each in order:
        own = members(each)
        if measure is None and _is_length(own.get("__len__"), order):
            measure = own["__len__"]
        if lazy is None and "__next__" in own:
            lazy = type(own["__next__"]) is _SLOT
        if measure is None and any(each is written for written in _WRITTEN):
            measure = _contents
    if kind is range:
        measure = range_length
    step = attribute(kind, "__iter__")
    looped = is_heap(kind) and step is not None and type(step) is not _SLOT
    known = (kind, measure, bool(lazy) and kind is not GeneratorType and kind is not CoroutineType, looped)
    _traits[id(kind)] = known
    return known


def forget() -> None:
    """Look at the classes of the program anew: one of their special methods was replaced."""
    for key in [key for key, known in _traits.items() if is_heap(known[0])]:
        del _traits[key]


def _is_length(slot: Any, order: tuple[type, ...]) -> bool:
    """Whether this is a ``__len__`` of C, and of one of these classes: any function of C can be given that name."""
    return type(slot) is _SLOT and slot.__name__ == "__len__" and any(slot.__objclass__ is each for each in order)


def is_heap(kind: type) -> bool:
    """Whether the type was made while running: by a class statement, or by a library of C."""
    return bool(_flags(kind) & 1 << 9)


def of_library(kind: type) -> bool:
    """Whether the type belongs to the standard library."""
    module = _module(kind)
    return type(module) is str and module.partition(".")[0] in sys.stdlib_module_names


def attribute(kind: type, name: str) -> Any:
    """Return what a class or those that it inherits from have under a name, or None."""
    for each in _mro(kind):
        own = members(each)
        if name in own:
            return own[name]
    return None


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


def _contents(value: Any) -> int:
    parts = list(parts_of(value))
    if issubclass(type(value), collections.ChainMap):
        parts += [part for each in parts if type(each) is list for part in each]
    return sum(map(length, parts))


def parts_of(value: Any) -> Iterator[Any]:
    """Yield what an object of a class keeps in its attributes."""
    try:
        own = object.__getattribute__(value, "__dict__")
    except AttributeError:
        own = None
    if type(own) is dict:
        yield from own.values()
    for each in _mro(type(value)):
        if is_heap(each):
            for slot in members(each).values():
                if type(slot) is MemberDescriptorType:
                    try:
                        yield slot.__get__(value)
                    except AttributeError:
                        continue


def weight(value: Any) -> int:
    """Return the length of ``value``; for an object of a class without one, how many elements its attributes have."""
    size = length(value)
    return size if size or not is_heap(type(value)) else sum(map(length, parts_of(value)))


def extent(value: Any) -> int:
    """Return how many elements there are in ``value`` and the containers within it."""
    size = length(value)
    if not size or id(type(value)) not in _NESTING:
        return size
    parts = _containers(value)
    for part in parts:  # which grows meanwhile
        size += length(part)
        if id(type(part)) in _NESTING and len(parts) < _MANY:
            parts += _containers(part)
    return size


def least(a: Any, b: Any) -> int:
    """Return the smaller `extent` of two values of one type."""
    size = extent(a)
    return size if size <= length(b) else min(size, extent(b))


def _containers(value: Any) -> list[Any]:
    parts = value.values() if id(type(value)) in _TABLES else value
    return [] if _SCALARS.issuperset(map(id, map(type, parts))) else [part for part in parts if id(type(part)) not in _SCALARS]


def bulk(value: Any) -> int:
    """Return what `extent` does, with the attributes of objects; what is met several times counts once."""
    size, seen, parts = 0, set[int](), [value]
    for part in parts:
        if id(part) in seen:
            continue
        size += length(part)
        kind = type(part)
        if id(kind) in _NESTING:
            seen.add(id(part))
            parts += _containers(part)
        elif is_heap(kind) and not isinstance(part, (type, FunctionType)):
            seen.add(id(part))
            parts += parts_of(part)
    return size


def common(a: Any, b: Any) -> int:
    """Return how many elements C looks at to compare two values that are not the same object."""
    kind = type(a)
    if id(kind) not in _ROWS or type(b) is not kind:
        differ = id(kind) in _FLAT or (id(kind) in _BY_SIZE and length(a) != length(b))
        return 0 if differ else least(a, b)
    if kind is list and len(a) != len(b):
        return 0
    if _FLAT.issuperset(map(id, map(type, a))) and _FLAT.issuperset(map(id, map(type, b))):
        return next(compress(count(1), map(ne, a, b)), min(len(a), len(b)))
    return least(a, b)


def hidden(value: Any, others: Iterable[Any]) -> int:
    """Return how many elements C looks at to compare a long list with each of others, beyond one for each."""
    if length(value) <= FEW or id(type(value)) in _FLAT:
        return 0
    return sum(common(value, other) for other in others if other is not value)


def words(bits: int) -> int:
    """Return the 64-bit words of a number of so many bits."""
    return (bits + 63) >> 6
