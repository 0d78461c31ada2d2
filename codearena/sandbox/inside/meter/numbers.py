"""Functions of long numbers, which run in C: what one call costs."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from codearena.sandbox.inside.meter.account import Account
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import words

keep(globals())

Function = Callable[..., Any]
Pairs = list[tuple[Any, Function]]


def numbers(account: Account) -> Pairs:
    """Return the functions of whole numbers with those that charge for how long their numbers are."""
    return [*_integers(account), *_counting(account)]


def _size(value: Any) -> int:
    return words(value.bit_length()) if type(value) is int else 0


def _integers(account: Account) -> Pairs:
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


def _counting(account: Account) -> Pairs:
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
