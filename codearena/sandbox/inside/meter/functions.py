"""Functions of the standard library that run in C: what one call costs."""

from __future__ import annotations

import ast
import bisect
import builtins
import collections
import copy
import functools
import heapq
import importlib
import itertools
import math
import operator
import sys
from collections.abc import Callable
from types import CodeType, SimpleNamespace
from typing import Any
from weakref import WeakKeyDictionary

from codearena.sandbox.inside.meter.account import COPY, SCAN, Account, extent, length, range_length, words
from codearena.sandbox.inside.meter.operators import named
from codearena.sandbox.inside.meter.refusals import refused_attribute, refused_module

globals()["__builtins__"] = {**vars(builtins)}  # a program may replace those that it shares

Function = Callable[..., Any]
_lt, _islice = operator.lt, itertools.islice
Pairs = list[tuple[Any, Function]]
Table = dict[int, tuple[Any, Function]]

FREE = (
    "len range enumerate isinstance issubclass abs ord chr zip id round bool callable float complex divmod super object "
    "type property staticmethod classmethod slice memoryview locals globals vars setattr hasattr delattr input print open"
).split()
"""Built-in functions that cost what the operation itself does; what lazy ones pass on is counted where it is consumed."""

_PLAIN = frozenset(map(id, (int, float, str, bool, bytes)))
_NESTED = _PLAIN | frozenset(map(id, (tuple, list, type(None))))


def sorting_cost(values: Any, *, keyed: bool) -> int:
    """Return what it costs to sort a list: one comparison for each element in order, and more for each run out of it."""
    size = length(values)
    if size < 2:
        return size
    kinds = _PLAIN if keyed else frozenset(map(id, map(type, values)))
    full = size + size * (size - 1).bit_length() >> SCAN
    if keyed or not kinds <= _PLAIN:
        return full if keyed or kinds <= _NESTED else size >> SCAN  # a class of the submission counts its own comparisons
    try:
        falls: int = sum(map(_lt, _islice(values, 1, None), values))
    except TypeError:  # then sorting fails as well
        return size >> SCAN
    if falls in (0, size - 1):
        return size >> SCAN
    return size + size * falls.bit_length() >> SCAN


def table(account: Account, operators: dict[str, Function], callee: Function) -> Table:
    """Return, by identity, each known function with the one to call in its place."""
    made: list[tuple[Any, Function]] = [(function, function) for function in (getattr(builtins, name) for name in FREE)]
    for part in (_walking, _gathering, _calling, _skipping, _integers, _counting, _sorting, _searching, _heaping):
        made += part(account, callee)
    made += named(operators)
    quiet = (functools.lru_cache, functools.cache, functools.wraps, functools.cmp_to_key, collections.defaultdict, operator.itemgetter)
    made += [(function, function) for function in (*quiet, itertools.count, itertools.repeat, SimpleNamespace)]
    return {id(known): (known, function) for known, function in made}


def _walking(account: Account, callee: Function) -> Pairs:
    """Return the functions that walk through what they are given, once."""
    tick, drawn = account.tick, account.drawn

    def walking(function: Any) -> Function:
        def walk(*args: Any, **kwargs: Any) -> Any:
            return function(*map(drawn, args), **kwargs)

        return walk

    def hashing(function: Any) -> Function:
        def collect(*args: Any, **kwargs: Any) -> Any:
            tick(sum(map(length, args)) >> SCAN)
            return function(*map(drawn, args), **kwargs)

        return collect

    def comparing(function: Any) -> Function:
        def compare(*args: Any, **kwargs: Any) -> Any:
            if kwargs.get("key") is not None:
                kwargs["key"] = callee(kwargs["key"])
            return function(*((drawn(args[0]),) if len(args) == 1 else args), **kwargs)

        return compare

    pairs: Pairs = [(function, walking(function)) for function in _WALK]
    pairs += [(function, hashing(function)) for function in _HASH]
    return [*pairs, (min, comparing(min)), (max, comparing(max))]


_WALK: tuple[Any, ...] = (any, all, list, tuple, bytes, bytearray, math.fsum, math.prod, collections.deque)
_HASH: tuple[Any, ...] = (set, frozenset, dict, collections.Counter, collections.OrderedDict)
_WRITE: tuple[Any, ...] = (str, repr, ascii, format, bin, oct, hex)


def _gathering(account: Account, callee: Function) -> Pairs:
    """Return the functions that make one large thing of many small ones."""
    tick, drawn, counted = account.tick, account.drawn, account.counted

    def growing(source: Any, size: int) -> Any:
        for each in source:
            size += length(each)
            tick(1 + (size >> COPY))
            yield each

    def total(*args: Any, **kwargs: Any) -> Any:
        start = args[1] if len(args) > 1 else kwargs.get("start", 0)
        if (args and type(start) in (list, tuple)) or issubclass(type(start), (list, tuple)):
            return sum(growing(iter(args[0]), length(start)), *args[1:], **kwargs)
        return sum(*map(drawn, args), **kwargs)

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
        tick(8 + (extent(args[0], 100) << 3) if args else 0)
        return copy.deepcopy(*args, **kwargs)

    def reduced(*args: Any) -> Any:
        if len(args) < 2:
            return functools.reduce(*args)
        return functools.reduce(callee(args[0]), counted(iter(args[1])), *args[2:])

    pairs: Pairs = [(function, written(function)) for function in _WRITE]
    return [*pairs, (sum, total), (copy.deepcopy, copied), (functools.reduce, reduced)]


def _calling(account: Account, callee: Function) -> Pairs:
    """Return the makers of lazy iterators that pass on as many elements as they take."""
    tick = account.tick

    def calling(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            return function(callee(args[0]), *args[1:], **kwargs) if args else function(*args, **kwargs)

        return make

    def accumulate(*args: Any, **kwargs: Any) -> Any:
        if len(args) > 1:
            args = (args[0], callee(args[1]), *args[2:])
        elif kwargs.get("func") is not None:
            kwargs["func"] = callee(kwargs["func"])
        elif args:  # sums of lists grow
            args = (args[0], joined)
        return itertools.accumulate(*args, **kwargs)

    def joined(a: Any, b: Any) -> Any:
        tick(1 + (length(a) + length(b) >> COPY))
        return a + b

    def combining(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            tick(sum(map(length, args)) >> COPY)
            return function(*args, **kwargs)

        return make

    def iterate(*args: Any) -> Any:
        return iter(callee(args[0]), *args[1:]) if len(args) > 1 else iter(*args)

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


def _skipping(account: Account, callee: Function) -> Pairs:
    """Return the makers of lazy iterators that may swallow elements: they count what they take."""
    counted = account.counted

    def choosing(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            if len(args) > 1:
                args = (callee(args[0]), counted(iter(args[1])), *args[2:])
            return function(*args, **kwargs)

        return make

    def drawing(function: Any) -> Function:
        def make(*args: Any, **kwargs: Any) -> Any:
            return function(*((counted(iter(args[0])), *args[1:]) if args else ()), **kwargs)

        return make

    def grouping(*args: Any, **kwargs: Any) -> Any:
        if kwargs.get("key") is not None:
            kwargs["key"] = callee(kwargs["key"])
        elif len(args) > 1:
            args = (args[0], callee(args[1]), *args[2:])
        return itertools.groupby(*((counted(iter(args[0])), *args[1:]) if args else ()), **kwargs)

    pairs: Pairs = [(function, choosing(function)) for function in (filter, itertools.filterfalse, itertools.dropwhile)]
    pairs += [(function, drawing(function)) for function in (itertools.islice, itertools.compress, itertools.chain.from_iterable)]
    return [*pairs, (itertools.groupby, grouping)]


def _size(value: Any) -> int:
    return words(value.bit_length()) if type(value) is int else 0


def _integers(account: Account, callee: Function) -> Pairs:
    """Return the functions whose cost depends on how long their numbers are."""
    tick = account.tick

    def integer(*args: Any, **kwargs: Any) -> Any:
        if args and type(args[0]) in (str, bytes, bytearray):
            digits = len(args[0])
            tick((digits >> 2) + (digits * digits >> 12))
        return int(*args, **kwargs)

    def power(*args: Any, **kwargs: Any) -> Any:
        if len(args) == 3 and all(type(each) is int for each in args):
            tick(args[1].bit_length() * (1 + (_size(args[2]) ** 2 >> 3)))
        elif len(args) == 2 and type(args[0]) is type(args[1]) is int and args[1] > 0:
            tick(args[1].bit_length() + (words(args[0].bit_length() * args[1]) ** 2 >> 3))
        return pow(*args, **kwargs)

    function: Function = divmod

    def quotient(*args: Any) -> Any:
        tick(sum(map(_size, args)) >> 1)
        return function(*args)

    return [(int, integer), (pow, power), (divmod, quotient)]


def _counting(account: Account, callee: Function) -> Pairs:
    """Return the functions that work through the digits of their numbers, or up to them."""
    tick = account.tick

    def euclid(function: Any) -> Function:
        def divide(*args: Any) -> Any:
            tick(sum((each.bit_length() >> 2) * _size(each) for each in args if type(each) is int))
            return function(*args)

        return divide

    def counting(function: Any) -> Function:
        def choose(*args: Any) -> Any:
            if args and all(type(each) is int for each in args):
                steps = min(args[1], args[0]) if len(args) > 1 else args[0]
                tick(max(steps, 0) * (1 + (words(max(steps, 0)) >> 2)))
            return function(*args)

        return choose

    pairs: Pairs = [(function, euclid(function)) for function in (math.gcd, math.lcm)]
    pairs += [(function, counting(function)) for function in (math.comb, math.perm)]
    return [*pairs, (math.isqrt, euclid(math.isqrt)), (math.factorial, counting(math.factorial))]


def _sorting(account: Account, callee: Function) -> Pairs:
    """Return what sorts, the whole or its best part."""
    tick, drawn = account.tick, account.drawn

    def in_order(*args: Any, **kwargs: Any) -> Any:
        if len(args) != 1:
            return sorted(*args, **kwargs)
        values = list(drawn(args[0]))
        key = kwargs.get("key")
        if key is not None:
            kwargs["key"] = callee(key)
        tick(sorting_cost(values, keyed=key is not None))
        values.sort(**kwargs)
        return values

    def best(function: Any) -> Function:
        def pick(*args: Any, **kwargs: Any) -> Any:
            if kwargs.get("key") is not None:
                kwargs["key"] = callee(kwargs["key"])
            if len(args) > 1 and type(args[0]) is int:
                values = args[1]
                size = range_length(values) if type(values) is range else length(values)
                tick(size + min(max(args[0], 0), size) * size.bit_length() >> SCAN)
                args = (args[0], drawn(values), *args[2:])
            return function(*args, **kwargs)

        return pick

    return [(sorted, in_order), (heapq.nlargest, best(heapq.nlargest)), (heapq.nsmallest, best(heapq.nsmallest))]


def _searching(account: Account, callee: Function) -> Pairs:
    """Return what searches in sorted lists, and inserts there."""
    tick = account.tick

    def searching(function: Any, *, inserts: bool = False) -> Function:
        def search(*args: Any, **kwargs: Any) -> Any:
            if kwargs.get("key") is not None:
                kwargs["key"] = callee(kwargs["key"])
            size = length(args[0]) if args else 0
            low, high = (*args[2:4], 0, size)[:2] if len(args) > 3 else (0, size)
            span = high - low if type(low) is type(high) is int else size
            tick(max(span, 0).bit_length())
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
            tick(length(args[0]).bit_length() if args else 0)
            return function(*args)

        return sift

    def heapify(*args: Any) -> None:
        tick(length(args[0]) if args else 0)
        heapq.heapify(*args)

    heaps: tuple[Any, ...] = (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop)
    return [(heapq.heapify, heapify), *((function, heaping(function)) for function in heaps)]


def dynamic(account: Account, compiled: Callable[[Any, str, str], Any]) -> Table:
    """Return what runs code that is made while running, and what reads names that are."""
    return {id(known): (known, function) for known, function in (*_evaluating(account, compiled), *_reading(account))}


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


def _reading(account: Account) -> Pairs:
    def read(*args: Any) -> Any:
        if len(args) > 1 and refused_attribute(str(args[1])):
            raise account.refuse(f"{args[1]} reaches into the interpreter and cannot be measured")
        return getattr(*args)

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


def by_name(account: Account, operators: dict[str, Function], callee: Function) -> dict[str, Function]:
    """Return the functions to call in place of built-in ones, by the names that these have unless a program rebinds them."""
    known = table(account, operators, callee)
    return {
        name: known[id(value)][1]
        for name, value in vars(builtins).items()
        if id(value) in known and known[id(value)][0] is not known[id(value)][1]
    }
