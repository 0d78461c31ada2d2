"""Functions of the standard library that run in C: what one call costs."""

from __future__ import annotations

import bisect
import builtins
import collections
import copy
import functools
import heapq
import itertools
import math
import operator
from collections.abc import Callable
from contextlib import suppress
from types import GeneratorType, MethodType, SimpleNamespace
from typing import Any

from codearena.sandbox.inside.meter.account import COPY, SCAN, Account
from codearena.sandbox.inside.meter.holding import Holding
from codearena.sandbox.inside.meter.numbers import numbers
from codearena.sandbox.inside.meter.operators import named
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import (
    FEW,
    attribute,
    bulk,
    common,
    extent,
    forget,
    hidden,
    identities,
    is_heap,
    length,
    range_length,
    words,
)

keep(globals())

Function = Callable[..., Any]
_lt, _islice = operator.lt, itertools.islice
chain = itertools.chain
Pairs = list[tuple[Any, Function]]
Table = dict[int, tuple[Any, Function]]

FREE = (
    "len range enumerate isinstance issubclass abs ord chr zip id round bool callable float complex divmod super object "
    "slice memoryview locals globals vars hasattr input print open"
).split()
"""Built-in functions that cost what the operation itself does; what lazy ones pass on is counted where it is consumed."""

_PLAIN = identities(int, float, str, bool, bytes)
_ROWS = identities(tuple, list)
_NESTED = _PLAIN | _ROWS | identities(type(None))
_FLAT = _PLAIN | identities(type(None), complex)


def sorting_cost(values: Any, *, keyed: bool) -> int:
    """Return what it costs to sort a list: one comparison for each element in order, and more for each run out of it."""
    size = length(values)
    if size < 2:
        return size
    kinds = _PLAIN if keyed else frozenset(map(id, map(type, values)))
    full = size + size * (size - 1).bit_length() >> SCAN
    if keyed or not kinds <= _PLAIN:
        if kinds <= _NESTED and (not kinds <= _ROWS or max(map(len, values)) > FEW):
            full += _alike([each for each in values if id(type(each)) in _ROWS]) * (size - 1).bit_length() >> SCAN
        return full if keyed or kinds <= _NESTED else size >> SCAN  # a class of the submission counts its own comparisons
    try:
        falls: int = sum(map(_lt, _islice(values, 1, None), values))
    except TypeError:  # then sorting fails as well
        return size >> SCAN
    if falls in (0, size - 1):
        return size >> SCAN
    return size + size * falls.bit_length() >> SCAN


def _alike(values: Any) -> int:
    """Return how many elements long lists have in common with those that come next to them in order."""
    rows = [each for each in values if length(each) > FEW]
    if not _FLAT.issuperset(map(id, map(type, chain.from_iterable(rows)))):
        return sum(map(extent, rows))
    with suppress(TypeError):  # sorting fails as well
        rows.sort()
    return sum(map(common, rows, rows[1:]))


def table(account: Account, operators: dict[str, Function], callee: Function, holding: Holding) -> Table:
    """Return, by identity, each known function with the one to call in its place."""
    made: list[tuple[Any, Function]] = [(function, function) for function in (getattr(builtins, name) for name in FREE)]
    for part in (_walking, _choosing, _gathering, _summing, _sorting, _searching, _heaping):
        made += part(account, callee)
    made += [*numbers(account), *_calling(account, holding), *_skipping(account, holding.handed), *_making(holding), *named(operators)]
    quiet = (functools.wraps, collections.defaultdict, operator.itemgetter)
    made += [(function, function) for function in (*quiet, itertools.count, itertools.repeat)]
    return {id(known): (known, function) for known, function in made}


def _making(holding: Holding) -> Pairs:
    """Return what makes something that will be called, or that has attributes."""

    def handing(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            return function(*map(holding.handed, args), **{name: holding.handed(value) for name, value in kwargs.items()})

        return make

    def namespace(*args: Any, **kwargs: Any) -> SimpleNamespace:
        return SimpleNamespace(*args, **{name: holding.attribute(None, name, value) for name, value in kwargs.items()})

    def partial(*args: Any, **kwargs: Any) -> Any:
        function: Any = functools.partial
        return function(*map(holding.handed, args[:1]), *args[1:], **kwargs)

    def bound(*args: Any) -> Any:
        return MethodType(*(holding.handed(each, binds=True) for each in args[:1]), *args[1:])

    def typed(*args: Any, **kwargs: Any) -> Any:
        return holding.audited(type(*args, **kwargs)) if len(args) > 1 else type(*args, **kwargs)

    def put(*args: Any) -> None:
        if len(args) == 3:
            args = (*args[:2], holding.attribute(*args))
        setattr(*args)

    def drop(*args: Any) -> None:
        forget()
        delattr(*args)

    pairs: Pairs = [(function, handing(function)) for function in _HELD]
    pairs += [
        (type, typed),
        (setattr, put),
        (delattr, drop),
        (SimpleNamespace, namespace),
        (MethodType, bound),
        (functools.partial, partial),
    ]
    return pairs


_HELD: tuple[Any, ...] = (functools.lru_cache, functools.cache, functools.cmp_to_key, property, staticmethod, classmethod)
_HELD += (functools.cached_property, functools.partialmethod, functools.singledispatchmethod, operator.call)


def _walking(account: Account, callee: Function) -> Pairs:
    """Return the functions that walk through what they are given, once."""
    tick, drawn, walked = account.tick, account.drawn, account.walked

    def walking(function: Any, pace: Function) -> Function:
        def walk(*args: Any, **kwargs: Any) -> Any:
            return function(*map(pace, args), **kwargs)

        return walk

    def entered(value: Any) -> Any:  # of what has keys, these are asked for, one by one
        return walked(value) if attribute(type(value), "keys") is None else drawn(value)

    def hashing(function: Any) -> Function:
        def collect(*args: Any, **kwargs: Any) -> Any:
            tick(sum(map(length, args)) >> SCAN)
            return function(*map(entered, args), **kwargs)

        return collect

    def searching(function: Any) -> Function:
        def search(values: Any, value: Any) -> Any:
            if id(type(value)) in _ROWS and id(type(values)) in _ROWS:
                tick(hidden(value, values) >> SCAN)
            return function(walked(values), value)

        return search

    pairs: Pairs = [(function, walking(function, walked)) for function in _WALK]
    pairs += [(function, walking(function, drawn)) for function in (bytes, bytearray)]
    pairs += [(function, hashing(function)) for function in _HASH]
    return [*pairs, *((function, searching(function)) for function in (operator.countOf, operator.indexOf))]


def _choosing(account: Account, callee: Function) -> Pairs:
    """Return the functions that find the smallest and the largest."""
    tick, walked = account.tick, account.walked

    def weighed(source: Any) -> Any:
        for each in source:
            if type(each) is not int:
                tick(_long(each) >> SCAN)
            yield each

    def comparing(function: Any) -> Function:
        def compare(*args: Any, **kwargs: Any) -> Any:
            key = kwargs.get("key")
            if key is not None:
                kwargs["key"] = weighing(account, key, callee(key))
                return function(*(map(walked, args) if len(args) == 1 else args), **kwargs)
            if len(args) != 1:
                tick(sum(map(_long, args)) >> SCAN)
                return function(*args, **kwargs)
            values = walked(args[0])
            if id(type(values)) not in _ROWS:
                return function(weighed(values) if type(values) is GeneratorType else values, **kwargs)
            if values and id(type(values[0])) not in _PLAIN:
                tick(sum(map(_long, values)) >> SCAN)
            return function(values, **kwargs)

        return compare

    return [(min, comparing(min)), (max, comparing(max))]


def weighing(account: Account, key: Function, made: Function) -> Function:
    """Return a key for comparisons that calls ``made``, which stands for ``key``, and charges where it returns what is long."""
    if id(key) in _SHORT:
        return made
    tick = account.tick

    def weighed(value: Any) -> Any:
        found = made(value)
        kind = type(found)
        if kind is tuple or kind is list:
            tick(_long(found) >> SCAN)
        return found

    return weighed


_SHORT = identities(len, abs, ord, int, float, str, repr, hash, id, bool, round, str.lower, str.upper)  # type: ignore[arg-type]
"""Keys that are never long lists."""


def _long(value: Any) -> int:
    """Return how many elements comparing this with another may take; 0 where they are few, or a text."""
    size = length(value)
    return 0 if size <= FEW or id(type(value)) in _PLAIN else extent(value)


_WALK: tuple[Any, ...] = (any, all, list, tuple, math.fsum, math.prod, collections.deque)
_HASH: tuple[Any, ...] = (set, frozenset, dict, collections.Counter, collections.OrderedDict)
_WRITE: tuple[Any, ...] = (str, repr, ascii, format, bin, oct, hex)


def _gathering(account: Account, callee: Function) -> Pairs:
    """Return the functions that make one large thing of many small ones."""
    tick, counted = account.tick, account.counted

    def written(function: Any) -> Function:
        def write(*args: Any, **kwargs: Any) -> Any:
            if args and type(args[0]) is int:
                size = words(args[0].bit_length())
                tick(size * size >> 1)
            result = function(*args, **kwargs)
            tick(length(result) >> 2)
            return result

        return write

    def copied(*args: Any, **kwargs: Any) -> Any:
        tick(8 + (bulk(args[0]) << 3) if args else 0)
        return copy.deepcopy(*args, **kwargs)

    def reduced(*args: Any) -> Any:
        if len(args) < 2:
            return functools.reduce(*args)
        return functools.reduce(callee(args[0]), counted(iter(args[1])), *args[2:])

    pairs: Pairs = [(function, written(function)) for function in _WRITE]
    return [*pairs, (copy.deepcopy, copied), (functools.reduce, reduced)]


def _summing(account: Account, callee: Function) -> Pairs:
    """Return the functions that add up what they are given: lists grow meanwhile."""
    tick, walked = account.tick, account.walked

    def growing(source: Any, size: int) -> Any:
        for each in source:
            size += length(each)
            tick(1 + (size >> COPY))
            yield each

    def joining(source: Any) -> Any:
        size = 0
        for each in source:
            if id(type(each)) in _ROWS:
                size += len(each)
                tick(size >> COPY)
            yield each

    def total(*args: Any, **kwargs: Any) -> Any:
        start = args[1] if len(args) > 1 else kwargs.get("start", 0)
        if args and issubclass(type(start), (list, tuple)):
            return sum(growing(iter(args[0]), length(start)), *args[1:], **kwargs)
        values = map(walked, args[:1])
        if is_heap(type(start)):  # which may be there for no other reason than to be added to a list
            values = map(joining, values)
        return sum(*values, *args[1:], **kwargs)

    return [(sum, total)]


def _calling(account: Account, holding: Holding) -> Pairs:
    """Return the makers of lazy iterators that pass on as many elements as they take."""
    tick, handed = account.tick, holding.handed

    def calling(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            return function(handed(args[0]), *args[1:], **kwargs) if args else function(*args, **kwargs)

        return make

    def accumulate(*args: Any, **kwargs: Any) -> Any:
        if len(args) > 1:
            args = (args[0], handed(args[1]), *args[2:])
        elif kwargs.get("func") is not None:
            kwargs["func"] = handed(kwargs["func"])
        elif args:  # sums of lists grow
            args = (args[0], joining)
        return itertools.accumulate(*args, **kwargs)

    def joined(a: Any, b: Any) -> Any:
        tick(1 + (length(a) + length(b) >> COPY))
        return a + b

    joining = holding.closed(joined)

    def combining(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            tick(sum(map(length, args)) >> COPY)
            return function(*args, **kwargs)

        return make

    def iterate(*args: Any) -> Any:
        return iter(handed(args[0]), *args[1:]) if len(args) > 1 else iter(*args)

    pairs: Pairs = [(iter, iterate), *((function, calling(function)) for function in _CALLING)]
    pairs += [(function, combining(function)) for function in _COMBINING]
    pairs += [(function, function) for function in _PASSING]
    return [*pairs, (itertools.accumulate, accumulate)]


_CALLING: tuple[Any, ...] = (map, itertools.starmap, itertools.takewhile)
_COMBINING: tuple[Any, ...] = (
    itertools.product,
    itertools.permutations,
    itertools.combinations,
    itertools.combinations_with_replacement,
)
_PASSING: tuple[Any, ...] = (
    next,
    reversed,
    itertools.chain,
    itertools.cycle,
    itertools.zip_longest,
    itertools.tee,
    itertools.pairwise,
)


def _skipping(account: Account, handed: Function) -> Pairs:
    """Return the makers of lazy iterators that may swallow elements: they count what they take."""
    counted = account.counted

    def choosing(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            if len(args) > 1:
                args = (handed(args[0]), counted(iter(args[1])), *args[2:])
            return function(*args, **kwargs)

        return make

    def drawing(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            return function(*((counted(iter(args[0])), *args[1:]) if args else ()), **kwargs)

        return make

    def grouping(*args: Any, **kwargs: Any) -> Any:
        if kwargs.get("key") is not None:
            kwargs["key"] = handed(kwargs["key"])
        elif len(args) > 1:
            args = (args[0], handed(args[1]), *args[2:])
        return itertools.groupby(*((counted(iter(args[0])), *args[1:]) if args else ()), **kwargs)

    pairs: Pairs = [(function, choosing(function)) for function in (filter, itertools.filterfalse, itertools.dropwhile)]
    pairs += [(function, drawing(function)) for function in (itertools.islice, itertools.compress, itertools.chain.from_iterable)]
    return [*pairs, (itertools.groupby, grouping)]


def _sorting(account: Account, callee: Function) -> Pairs:
    """Return what sorts, the whole or its best part."""
    tick, walked = account.tick, account.walked

    def in_order(*args: Any, **kwargs: Any) -> Any:
        if len(args) != 1:
            return sorted(*args, **kwargs)
        values = list(walked(args[0]))
        key = kwargs.get("key")
        if key is not None:
            kwargs["key"] = weighing(account, key, callee(key))
        tick(sorting_cost(values, keyed=key is not None))
        values.sort(**kwargs)
        return values

    def best(function: Any) -> Function:
        def pick(*args: Any, **kwargs: Any) -> Any:
            if kwargs.get("key") is not None:
                kwargs["key"] = weighing(account, kwargs["key"], callee(kwargs["key"]))
            if len(args) > 1 and type(args[0]) is int:
                values = args[1]
                size = range_length(values) if type(values) is range else length(values)
                tick(size + min(max(args[0], 0), size) * size.bit_length() >> SCAN)
                args = (args[0], walked(values), *args[2:])
            return function(*args, **kwargs)

        return pick

    return [(sorted, in_order), (heapq.nlargest, best(heapq.nlargest)), (heapq.nsmallest, best(heapq.nsmallest))]


def _searching(account: Account, callee: Function) -> Pairs:
    """Return what searches in sorted lists, and inserts there."""
    tick = account.tick

    def searching(function: Any, *, inserts: bool = False) -> Function:
        def search(*args: Any, **kwargs: Any) -> Any:
            if kwargs.get("key") is not None:
                kwargs["key"] = weighing(account, kwargs["key"], callee(kwargs["key"]))
            size = length(args[0]) if args else 0
            low, high = (*args[2:4], 0, size)[:2] if len(args) > 3 else (0, size)
            span = high - low if type(low) is type(high) is int else size
            steps = max(span, 0).bit_length()
            tick(steps + (steps * sum(map(_long, args[1:2])) >> SCAN))
            if inserts and len(args) > 1:
                place = _PLACES[function](*args[:2], **kwargs) if "key" not in kwargs else 0
                tick(max(size - place, 0) >> 4)
            return function(*args, **kwargs)

        return search

    pairs: Pairs = [(function, searching(function)) for function in (bisect.bisect_left, bisect.bisect_right)]
    return pairs + [(function, searching(function, inserts=True)) for function in _PLACES]


_PLACES: dict[Any, Function] = {bisect.insort_left: bisect.bisect_left, bisect.insort_right: bisect.bisect_right}


def _heaping(account: Account, callee: Function) -> Pairs:
    """Return what keeps heaps."""
    tick = account.tick

    def heaping(function: Any) -> Function:
        def sift(*args: Any) -> Any:
            steps = length(args[0]).bit_length() if args else 0
            tick(steps + (steps * sum(map(_long, args[1:] or args[0][:1])) >> SCAN))
            return function(*args)

        return sift

    def heapify(*args: Any) -> None:
        tick(length(args[0]) + (sum(map(_long, args[0])) >> SCAN) if args else 0)
        heapq.heapify(*args)

    heaps: tuple[Any, ...] = (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop)
    return [(heapq.heapify, heapify), *((function, heaping(function)) for function in heaps)]


def by_name(known: Table) -> dict[str, Function]:
    """Return the functions to call in place of built-in ones, by the names that these have unless a program rebinds them."""
    return {
        name: known[id(value)][1]
        for name, value in vars(builtins).items()
        if id(value) in known and known[id(value)][0] is not known[id(value)][1]
    }
