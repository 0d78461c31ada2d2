"""Modules of the standard library that are written in Python: which of their functions do little, and which only seem to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from codearena.sandbox.inside.meter.account import MOVE, Account
from codearena.sandbox.inside.meter.holding import Holding
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import bulk, length

keep(globals())

Function = Callable[..., Any]

QUIET_MODULES = frozenset("abc contextlib dataclasses enum functools types typing threading random".split())
"""Modules whose functions look at no more of their arguments than there are names, but for those below."""
KNOWN_MODULES = frozenset(
    "__future__ abc array ast bisect cmath collections contextlib copy dataclasses datetime decimal enum fractions functools graphlib "
    "heapq io itertools json keyword math numbers operator os pathlib pprint queue random re reprlib secrets statistics string struct sys "
    "textwrap threading time types typing unicodedata uuid warnings weakref zlib".split()
)
"""Modules whose methods are as cheap as their names say, and none of whose operators hides a search."""
_CALLING = frozenset("singledispatch register decorating_function contextmanager asynccontextmanager".split())
"""Functions that make something that calls what they are given."""
_MAKING = frozenset("dataclass wrap make_dataclass new_class total_ordering".split())
"""Functions that make classes, or change them."""
SUBMITTING = frozenset("map submit run apply starmap call_soon call_later to_thread run_in_executor".split())
"""Functions that call what they are given with what it is to work on, out of sight."""
_DRAWING = frozenset("sample shuffle choices randbytes binomialvariate".split())
_COPYING = frozenset(("astuple", "asdict"))
_STEP = 8
"""What one round of a loop costs in the library."""


def is_laborious(module: Any) -> bool:
    """Whether functions of a module of the library may work through what they are given."""
    return type(module) is str and module not in QUIET_MODULES and module.partition(".")[0] in sys.stdlib_module_names


def is_strange(module: Any) -> bool:
    """Whether methods of the objects of a module may work through all that these hold."""
    return type(module) is not str or module == "collections.abc" or module.partition(".")[0] not in KNOWN_MODULES


def quiet(account: Account, holding: Holding, function: Any, name: str) -> Any:
    """Return what to call in the place of a function of one of the quiet modules."""
    if name in _DRAWING:
        return _drawing(account, function, name)
    if name in _COPYING:
        return _copying(account, function)
    if name in _MAKING:
        return lambda *args, **kwargs: holding.audited(function(*args, **kwargs))
    return _handing(holding, function) if name in _CALLING else function


def _handing(holding: Holding, function: Any) -> Function:
    def give(*args: Any, **kwargs: Any) -> Any:
        if function.__name__ == "register" and args:  # of functions for types
            return function(*args[:1], *map(holding.handed, args[1:]), **kwargs)
        return function(*map(holding.handed, args), **{name: holding.handed(value) for name, value in kwargs.items()})

    return give


def _drawing(account: Account, function: Any, name: str) -> Function:
    def draw(*args: Any, **kwargs: Any) -> Any:
        given = (*args, *kwargs.values())
        if name == "shuffle" and given:
            account.tick(length(given[0]) * _STEP)
        elif name == "choices":
            account.tick(sum(map(length, given[1:])))
        elif name == "binomialvariate":
            account.tick(sum(each for each in given if type(each) is int and 0 < each < 1 << 40))
        result = function(*args, **kwargs)
        size = length(result)
        if size:
            account.tick(size >> MOVE if type(result) is bytes else size * _STEP)
        return result

    return draw


def _copying(account: Account, function: Any) -> Function:
    def copy(*args: Any, **kwargs: Any) -> Any:
        account.tick(_STEP + (sum(map(bulk, args)) << 3))
        return function(*args, **kwargs)

    return copy
