"""Methods of the built-in types: what one call costs."""

from __future__ import annotations

import collections
import functools
import itertools
from collections.abc import Callable
from typing import Any

from codearena.sandbox.inside.meter.account import COPY, MOVE, SCAN, Account
from codearena.sandbox.inside.meter.functions import sorting_cost, weighing
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import attribute, base_of, hidden, identities, length

keep(globals())

Function = Callable[..., Any]

CHEAP_SLOTS = frozenset("__len__ __setattr__ __getattribute__ __delattr__ __hash__ __getitem__ __setitem__ __next__ __iter__".split())
"""Special methods whose cost does not depend on the size of their object, or nearly so."""

_FREE: tuple[tuple[type, str], ...] = (
    (list, "append clear __getitem__ __len__ __reversed__"),
    (tuple, "__len__"),
    (dict, "get setdefault pop popitem items keys values clear __contains__ __getitem__ __len__ __reversed__"),
    (set, "add discard remove pop clear __contains__"),
    (frozenset, "__contains__"),
    (collections.deque, "append appendleft pop popleft clear __reversed__"),
    (int, "bit_length bit_count conjugate as_integer_ratio is_integer to_bytes __format__"),
    (float, "is_integer as_integer_ratio hex conjugate __format__"),
)


_SETS = identities(set, frozenset)
_OF_ITSELF = frozenset(
    "upper lower casefold title capitalize swapcase isalpha isdigit isalnum isdecimal isnumeric isspace isupper islower istitle "
    "isidentifier isprintable isascii".split()
)
"""Methods of texts that get nothing else to work on."""


class Methods:
    """Functions by type and name; each takes the method itself, its object, and the arguments of the call."""

    def __init__(self, listed: dict[tuple[type, str], Function | None], rest: dict[type, Function | None]) -> None:
        self._listed = {(id(kind), name): function for (kind, name), function in listed.items()}
        self._rest = {id(kind): function for kind, function in rest.items()}

    def bound(self, method: Any, owner: Any) -> Any:
        """Return what to call in place of a method of ``owner``, or None where only the general rule is left."""
        if type(owner) is str and len(owner) < 1 << MOVE and method.__name__ in _OF_ITSELF:
            return method
        kind = base_of(type(owner), self._rest)
        if not kind:
            return None
        key = (kind, method.__name__)
        function = self._listed[key] if key in self._listed else self._rest[kind]
        return method if function is None else functools.partial(function, method, owner)


def table(account: Account, callee: Function) -> Methods:
    """Return the costs of methods."""
    listed: dict[tuple[type, str], Function | None] = {(kind, name): None for kind, names in _FREE for name in names.split()}
    rest: dict[type, Function | None] = {int: None, float: None}
    for part in (_lists, _orders, _texts, _sets):
        more, others = part(account, callee)
        listed.update(more)
        rest.update(others)
    return Methods(listed, rest)


Tables = tuple[dict[tuple[type, str], "Function | None"], dict[type, "Function | None"]]


def _lists(account: Account, callee: Function) -> Tables:
    """Return the methods of lists that search and change them."""
    tick, walked = account.tick, account.walked

    def pop(method: Function, owner: Any, *args: Any) -> Any:
        if args and type(args[0]) is int:
            tick(max(length(owner) - args[0] if args[0] >= 0 else -args[0], 0) >> MOVE)
        return method(*args)

    def insert(method: Function, owner: Any, *args: Any) -> Any:
        if args and type(args[0]) is int:
            size = length(owner)
            tick(min(size, max(size - args[0], 0) if args[0] >= 0 else -args[0]) >> MOVE)
        return method(*args)

    def search(method: Function, owner: Any, *args: Any) -> Any:
        start = args[1] if len(args) > 1 and type(args[1]) is int else 0
        size = length(owner)
        start = max(start + size, 0) if start < 0 else start
        try:
            found = method(*args)
        except ValueError:
            tick(max(size - start, 0) + sum(hidden(each, owner) for each in args[:1]) >> SCAN)
            raise
        tick(1 + max(found - start, 0) + sum(hidden(each, itertools.islice(owner, start, found + 1)) for each in args[:1]) >> SCAN)
        return found

    def remove(method: Function, owner: Any, *args: Any) -> Any:
        tick(length(owner) + sum(hidden(each, owner) for each in args) >> SCAN)  # compared up to the place, moved after it
        return method(*args)

    def count(method: Function, owner: Any, *args: Any) -> Any:
        tick(length(owner) + sum(hidden(each, owner) for each in args) >> SCAN)
        return method(*args)

    def extend(method: Function, owner: Any, *args: Any) -> Any:
        return method(*map(walked, args))

    listed: dict[tuple[type, str], Function | None] = {
        (list, "pop"): pop,
        (list, "insert"): insert,
        (list, "remove"): remove,
        (collections.deque, "remove"): remove,
    }
    for kind in (list, tuple, collections.deque):
        listed[kind, "count"] = count
        listed[kind, "index"] = search
        listed[kind, "extend"] = listed[kind, "extendleft"] = extend
    return listed, {}


def _orders(account: Account, callee: Function) -> Tables:
    """Return the methods of lists that go through all of them."""
    tick = account.tick

    def sort(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        key = kwargs.get("key")
        if key is not None:
            kwargs["key"] = weighing(account, key, callee(key))
        tick(sorting_cost(owner, keyed=key is not None))
        return method(*args, **kwargs)

    def moving(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        tick(length(owner) >> COPY)
        return method(*args, **kwargs)

    def scanning(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        tick(length(owner) >> SCAN)
        result = method(*args, **kwargs)
        tick(length(result) >> COPY)
        return result

    def rotate(method: Function, owner: Any, *args: Any) -> Any:
        steps = args[0] if args and type(args[0]) is int else 1
        tick(min(abs(steps), length(owner)) >> COPY)
        return method(*args)

    listed: dict[tuple[type, str], Function | None] = {
        (list, "sort"): sort,
        (list, "copy"): moving,
        (list, "reverse"): moving,
        (collections.deque, "rotate"): rotate,
        (collections.deque, "copy"): moving,
    }
    return listed, {list: scanning, tuple: scanning, collections.deque: scanning}


def _texts(account: Account, callee: Function) -> Tables:
    tick, walked = account.tick, account.walked

    def find(method: Function, owner: Any, *args: Any) -> Any:
        size = length(owner)
        start = args[1] if len(args) > 1 and type(args[1]) is int else 0
        start = max(start + size, 0) if start < 0 else start
        try:
            found = method(*args)
        except ValueError:
            tick(max(size - start, 0) >> MOVE)
            raise
        tick(max((found if found >= 0 else size) - start, 0) + length(args[0] if args else "") >> MOVE)
        return found

    def affix(method: Function, owner: Any, *args: Any) -> Any:
        tick(sum(length(each) >> (SCAN if type(each) is tuple else MOVE) for each in args[:1]))
        return method(*args)

    def join(method: Function, owner: Any, *args: Any) -> Any:
        result = method(*map(walked, args))
        tick(length(result) >> MOVE)
        return result

    def split(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        tick(length(owner) >> MOVE)
        result = method(*args, **kwargs)
        tick(length(result))
        return result

    def translate(method: Function, owner: Any, *args: Any) -> Any:
        tick(length(owner))
        return method(*args)

    def written(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        result = method(*args, **kwargs)
        tick(length(result) >> 2)
        return result

    def other(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        tick(length(owner) >> MOVE)
        result = method(*args, **kwargs)
        tick(length(result) >> MOVE)
        return result

    named: dict[str, Function | None] = dict.fromkeys(("find", "index"), find)
    named.update(dict.fromkeys(("startswith", "endswith", "removeprefix", "removesuffix"), affix))
    named.update(dict.fromkeys(("split", "rsplit", "splitlines"), split))
    named.update(join=join, translate=translate, format=written, format_map=written)
    kinds = (str, bytes, bytearray)
    return {(kind, name): function for kind in kinds for name, function in named.items()}, dict.fromkeys(kinds, other)


def _sets(account: Account, callee: Function) -> Tables:
    tick, walked = account.tick, account.walked

    def entered(value: Any) -> Any:  # of what has keys, these are asked for
        return walked(value) if attribute(type(value), "keys") is None else account.drawn(value)

    def update(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        tick(sum(map(length, args)) + len(kwargs) >> SCAN)
        return method(*map(entered, args), **kwargs)

    def smaller(method: Function, owner: Any, *args: Any) -> Any:
        sets = [each for each in args if id(type(each)) in _SETS]
        if len(sets) == len(args):
            tick(min([length(owner), *map(length, sets)]))
        return method(*(each if id(type(each)) in _SETS else entered(each) for each in args)) if len(sets) < len(args) else method(*args)

    def whole(method: Function, owner: Any, *args: Any, **kwargs: Any) -> Any:
        tick(length(owner))
        return method(*map(entered, args), **kwargs)

    kinds = (set, frozenset)
    listed: dict[tuple[type, str], Function | None] = {}
    for kind in kinds:
        for name in ("intersection", "isdisjoint"):
            listed[kind, name] = smaller
        for name in ("update", "difference_update"):
            listed[kind, name] = update
    listed[dict, "update"] = update
    return listed, {dict: whole, set: whole, frozenset: whole}
