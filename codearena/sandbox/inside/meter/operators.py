"""Operators of a rewritten program: what each does, and what the part of it that runs inside C costs."""

from __future__ import annotations

import array
import collections
import itertools
import operator
from collections.abc import Callable
from types import FunctionType
from typing import Any

from codearena.sandbox.inside.meter.account import COPY, MOVE, SCAN, Account
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import (
    attribute,
    extent,
    hidden,
    identities,
    is_heap,
    least,
    length,
    parts_of,
    range_length,
    weight,
    words,
)

keep(globals())

Function = Callable[..., Any]

BIG = 1 << 62
_BYTES = identities(str, bytes, bytearray)
_SCANNED = identities(list, tuple, collections.deque)
_TABLES = identities(dict, collections.OrderedDict, collections.defaultdict)
_NUMBERS = identities(int, float, bool, complex)
_HASHED: tuple[type, ...] = (dict, set, frozenset, type({}.keys()), type({}.items()))
_HASHED += (type(collections.OrderedDict().keys()), type(collections.OrderedDict().items()))
_AT_ONCE = identities(*_HASHED, collections.OrderedDict, collections.defaultdict, collections.Counter)
"""Types that find an element without a search."""
_BY_HASH = frozenset(id(attribute(kind, "__contains__")) for kind in _HASHED)


def make(account: Account) -> dict[str, Function]:
    """Return the functions that take the place of operators, by the names that the rewriting uses."""
    made = {**_arithmetic(account), **_augmented(account), **_comparisons(account), **_membership(account), **_items(account)}
    return {**made, **_patterns(account), **_signs(account)}


def named(made: dict[str, Function]) -> list[tuple[Any, Function]]:
    """Return the functions of the module `operator` with those that take their place."""

    def augmented(apply: Function, charge: Function) -> Function:
        return lambda a, b: apply(a, charge(a, b))

    names = [*_OPERATORS, "eq", "ne", "lt", "le", "gt", "ge"]
    pairs = [(getattr(operator, name), made[name]) for name in names]
    in_place = [(getattr(operator, f"i{name.rstrip('_')}"), made[f"i{name.rstrip('_')}"]) for name in _OPERATORS]
    pairs += [(function, augmented(function, charge)) for function, charge in in_place]
    return [*pairs, (operator.contains, lambda b, a: made["contains"](a, b)), (operator.getitem, made["part"])]


_OPERATORS = "add sub mul mod floordiv truediv pow lshift rshift and_ or_ xor".split()


def _costs(account: Account) -> dict[str, Function]:
    """Return the functions that charge for a binary operation on two values, before it is done."""
    (joined, repeated), merged = _sequence_costs(account), _set_cost(account)
    divided, raised, shifted = _number_costs(account)
    return {
        "add": joined,
        "mul": repeated,
        "mod": divided,
        "floordiv": divided,
        "truediv": divided,
        "pow": raised,
        "lshift": shifted,
        "rshift": shifted,
        "sub": merged,
        "and_": merged,
        "or_": merged,
        "xor": merged,
    }


def _plain(value: Any) -> Any:
    """Return the number that an object of a subclass is; anything else as it is."""
    return int.__pos__(value) if issubclass(type(value), int) else value


def _sequence_costs(account: Account) -> tuple[Function, Function]:
    tick = account.tick

    def joined(a: Any, b: Any) -> None:
        kind = type(a)
        if kind is int:
            if type(b) is int and not (-BIG < a < BIG and -BIG < b < BIG):
                tick(max(a.bit_length(), b.bit_length()) >> 11)
        elif kind is not float:
            size = length(a) + length(b)
            tick(size >> (MOVE if id(kind) in _BYTES else COPY))
            if not size and issubclass(kind, int):
                joined(_plain(a), _plain(b))

    def repeated(a: Any, b: Any) -> None:
        if type(a) is int and type(b) is int:
            if not (-BIG < a < BIG and -BIG < b < BIG):
                tick(1 + (words(a.bit_length()) * words(b.bit_length()) >> 3))
            return
        if issubclass(type(a), int) and issubclass(type(b), int):
            repeated(_plain(a), _plain(b))
            return
        for many, times in ((a, b), (b, a)):
            if isinstance(times, int) and id(type(many)) not in _NUMBERS:
                tick(length(many) * max(times, 0) >> (MOVE if id(type(many)) in _BYTES else COPY))

    return joined, repeated


def _set_cost(account: Account) -> Function:
    tick = account.tick

    def merged(a: Any, b: Any) -> None:
        kind = type(a)
        if kind is int:
            if type(b) is int and not -BIG < a < BIG:
                tick(a.bit_length() >> 11)
        elif id(kind) not in _NUMBERS:
            tick(length(a) + length(b))
            if issubclass(kind, int):
                merged(_plain(a), _plain(b))

    return merged


def _number_costs(account: Account) -> tuple[Function, Function, Function]:
    tick = account.tick

    def divided(a: Any, b: Any) -> None:
        if type(a) is int:
            if type(b) is int and not -BIG < a < BIG:
                tick(1 + (words(a.bit_length()) * words(b.bit_length()) >> 3))
        elif id(type(b)) in _NUMBERS and id(type(a)) in _NUMBERS:
            return
        elif issubclass(type(a), int):
            divided(_plain(a), _plain(b))
        else:
            tick(length(a) + extent(b) >> 2)

    def raised(a: Any, b: Any) -> None:
        if type(a) is int and type(b) is int and b > 0:
            size = words(a.bit_length() * b)
            tick(b.bit_length() + (size * size >> 3))
        elif (is_heap(type(a)) and issubclass(type(a), int)) or (is_heap(type(b)) and issubclass(type(b), int)):
            raised(_plain(a), _plain(b))

    def shifted(a: Any, b: Any) -> None:
        if type(a) is int and type(b) is int and a and (b > 62 or not -BIG < a < BIG):
            tick(a.bit_length() + max(b, 0) >> 11)
        elif (is_heap(type(a)) and issubclass(type(a), int)) or (is_heap(type(b)) and issubclass(type(b), int)):
            shifted(_plain(a), _plain(b))

    return divided, raised, shifted


def _arithmetic(account: Account) -> dict[str, Function]:
    """Return the binary operators, by their names in `operator`."""
    costs = _costs(account)

    def metered(charge: Function, apply: Function) -> Function:
        def binary(a: Any, b: Any) -> Any:
            charge(a, b)
            return apply(a, b)

        return binary

    joined, repeated = costs["add"], costs["mul"]

    def add(a: Any, b: Any) -> Any:
        joined(a, b)
        return a + b

    def mul(a: Any, b: Any) -> Any:
        repeated(a, b)
        return a * b

    made = {name: metered(charge, getattr(operator, name)) for name, charge in costs.items()}
    return {**made, "add": add, "mul": mul}


def _augmented(account: Account) -> dict[str, Function]:
    """Return, for each augmented assignment, a function of the old value and the operand that charges and returns the operand."""
    tick, walked = account.tick, account.walked

    def charged(charge: Function) -> Function:
        def operand(old: Any, value: Any) -> Any:
            charge(old, value)
            return value

        return operand

    costs = _costs(account)
    joined = costs["add"]

    def grow(old: Any, value: Any) -> Any:
        kind = type(old)
        if kind is str and type(value) is str:  # as long as nothing else refers to it, a text grows where it is
            tick(len(value) >> MOVE)
        elif kind is list or kind is bytearray or kind is collections.deque:
            return walked(value)
        else:
            joined(old, value)
        return value

    def grow_attribute(owner: Any, name: str, value: Any) -> Any:
        try:
            own = object.__getattribute__(owner, "__dict__")
        except AttributeError:
            own = None
        return grow_item(own if type(own) is dict else None, name, value)

    def grow_item(owner: Any, key: Any, value: Any) -> Any:
        old = None
        if type(owner) is dict and (type(key) is str or type(key) is int):
            old = owner.get(key)
        elif type(owner) is list and type(key) is int and -len(owner) <= key < len(owner):
            old = owner[key]
        if id(type(old)) in _BYTES:
            joined(old, value)
            return value
        return grow(old, value)

    made = {f"i{name.rstrip('_')}": charged(charge) for name, charge in costs.items()}
    made |= dict.fromkeys(("ior", "ixor", "isub"), _into(account, costs["or_"]))
    return {**made, "iadd": grow, "iadd_attribute": grow_attribute, "iadd_item": grow_item}


def _into(account: Account, merged: Function) -> Function:
    """Return what charges for putting items into a set or table where it stands, or for making another one."""

    def into(old: Any, value: Any) -> Any:
        if type(old) is set or type(old) is dict:
            account.tick(1 + length(value))
        else:
            merged(old, value)
        return value

    return into


def _comparing(account: Account) -> Function:
    """Return what charges for comparing two containers."""
    tick = account.tick

    def charge(a: Any, b: Any) -> None:
        shorter = min(length(a), length(b))
        if not shorter:
            return
        key = id(type(a))
        if key in _BYTES:
            tick(shorter >> MOVE)
        elif key in _SCANNED and type(b) is type(a):
            if type(a[0]) is type(b[0]) is int and a[0] != b[0]:
                return
            tick(least(a, b) >> SCAN)
        elif key in _TABLES:
            tick(shorter + (max(least(a, b) - shorter, 0) >> SCAN))
        else:
            tick(shorter)

    return charge


def _comparisons(account: Account) -> dict[str, Function]:
    """Return the comparisons, by their names in `operator`, what chooses between two, and what charges for a link of a chain."""
    tick, charge = account.tick, _comparing(account)

    def metered(apply: Function) -> Function:
        def compare(a: Any, b: Any) -> Any:
            kind = type(a)
            if kind is str:
                if len(a) >> MOVE and type(b) is str:
                    tick(min(len(a), len(b)) >> MOVE)
            elif kind is not int and kind is not float:
                charge(a, b)
            return apply(a, b)

        return compare

    def choosing(apply: Function) -> Function:
        def choose(a: Any, b: Any) -> Any:
            if type(a) is not int and type(b) is not int:
                charge(a, b)
            return apply(a, b)

        return choose

    def linked(value: Any) -> Any:
        if type(value) is not int and (size := length(value)):
            tick(size >> MOVE if id(type(value)) in _BYTES else extent(value) >> SCAN)
        return value

    made = {name: metered(getattr(operator, name)) for name in ("eq", "ne", "lt", "le", "gt", "ge")}
    return {**made, "linked": linked, "min": choosing(min), "max": choosing(max)}


def _membership(account: Account) -> dict[str, Function]:
    """Return ``in`` and ``not in``: a search is charged for the way that it went."""
    tick, searched = account.tick, _searching(account)

    def scanned(a: Any, b: Any) -> bool:
        try:
            found = b.index(a)
        except ValueError as error:
            if error.__traceback__ is not None and error.__traceback__.tb_next is not None:
                raise  # by a comparison that the submission defines
            tick(len(b) + hidden(a, b) >> SCAN)
            return False
        tick(found + 1 + hidden(a, itertools.islice(b, found + 1)) >> SCAN)
        return True

    def contains(a: Any, b: Any) -> Any:
        key = id(type(b))
        if key in _AT_ONCE:
            if type(a) is tuple:
                tick(len(a) >> SCAN)
            return a in b
        if key in _SCANNED:
            return scanned(a, b)
        if type(b) is str and type(a) is str:
            found = b.find(a)
            tick((len(b) if found < 0 else found) + len(a) >> MOVE)
            return found >= 0
        return a in searched(b, a)

    def lacks(a: Any, b: Any) -> bool:
        return not contains(a, b)

    return {"contains": contains, "lacks": lacks, "searched": searched}


def _searching(account: Account) -> Function:
    """Return what charges for a search through all of a container, and returns what to search."""
    tick = account.tick

    def searched(b: Any, a: Any = None) -> Any:
        kind = type(b)
        if id(kind) in _AT_ONCE:
            return b
        if kind is range:
            if type(a) is not int:
                tick(range_length(b) >> SCAN)
            return b
        search = attribute(kind, "__contains__")
        if search is None:
            return account.walked(b)
        if type(search) is FunctionType:
            if not account.is_own_function(search):
                tick(weight(b) >> SCAN)
        elif id(search) not in _BY_HASH:
            size = length(b)
            tick(size >> MOVE if id(kind) in _BYTES else size + hidden(a, b if issubclass(kind, (list, tuple)) else ()) >> SCAN)
        return b

    return searched


def _patterns(account: Account) -> dict[str, Function]:
    """Return what charges for the comparisons of a match statement: with names, whose values a function returns."""

    def matched(subject: Any, values: Function) -> Any:
        try:
            found = values()
        except Exception:  # noqa: BLE001 (of a pattern that may not be reached)
            found = (subject,)
        for value in found:
            size = extent(value)
            if size:
                if size > length(subject) and not is_heap(type(subject)):
                    size = min(size, extent(subject))
                account.tick(size >> (MOVE if id(type(value)) in _BYTES else SCAN))
        return subject

    return {"matched": matched}


def _signs(account: Account) -> dict[str, Function]:
    """Return the operators with one operand, which for some containers of the library make others."""

    def signed(value: Any) -> Any:
        account.tick(length(value))
        return value

    return {"signed": signed}


def _items(account: Account) -> dict[str, Function]:
    """Return what reads and deletes parts of containers."""
    tick = account.tick

    def part(value: Any, index: Any) -> Any:
        found = value[index]
        kind = type(value)
        if is_heap(kind) and type(step := attribute(kind, "__getitem__")) is FunctionType and not account.is_own_function(step):
            quick = step.__module__ == "collections" and not issubclass(kind, collections.ChainMap)
            tick(1 if quick else sum(map(length, parts_of(value))) >> SCAN)
        if type(index) is slice:
            size = length(found)
            if size:
                tick(size >> (MOVE if id(type(found)) in _BYTES else COPY))
        return found

    def moved(value: Any) -> Any:
        tick(length(value) >> MOVE)
        return value

    def delete(value: Any, index: Any) -> None:
        if issubclass(type(value), list):
            size = list.__len__(value)
            tail = (size - index if index >= 0 else -index) if type(index) is int else size
            tick(max(tail, 0) >> MOVE)
        elif issubclass(type(value), (collections.deque, bytearray, array.array)):
            tick(length(value) >> MOVE)
        del value[index]

    def text(value: str) -> str:
        tick(len(value) >> 2)
        return value

    def captured(value: Any) -> None:
        tick(length(value) >> COPY)

    return {"part": part, "moved": moved, "delete": delete, "text": text, "captured": captured}
