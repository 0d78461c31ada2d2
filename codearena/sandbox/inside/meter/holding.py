"""Functions of C that a program holds, instead of calling them at once: from its hands they may go where no call is seen.

A library calls what it was given, and what hangs on objects that it was given. So what a program gets is not the method
of a list, say, but one that charges for what it does; and it is closed, because whoever could look inside would find the
count there.
"""

from __future__ import annotations

import array
import collections
import functools
from collections.abc import Callable
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any
from weakref import ref

from codearena.sandbox.inside.meter.account import SCAN, Account
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.sizes import extent, forget, identities, is_heap, members, parts_of

keep(globals())

Function = Callable[..., Any]

CLOSED = type(functools.lru_cache(len))
"""The one callable of C that keeps a function to itself; with a size of 0 it does nothing but call it."""
CHEAP_METHODS = frozenset("append add popleft appendleft items keys values get setdefault discard bit_length".split())
"""Methods that take constant time wherever C has them: calls to them are not looked at."""
TRUSTED = CHEAP_METHODS | {"pop"}
_SIZED: tuple[type, ...] = (list, tuple, str, bytes, bytearray, dict, set, frozenset, range, memoryview, array.array)
_SIZED += (collections.deque, collections.OrderedDict, collections.Counter, collections.UserList, collections.UserString)
_NEVER = frozenset("__class__ __doc__ __dict__ __module__ __name__ __qualname__ __slots__ __hash__ __weakref__ __abstractmethods__".split())
HELD = frozenset(name for kind in _SIZED for name in dir(kind) if callable(getattr(kind, name, None))) - CHEAP_METHODS - _NEVER
"""Names of methods that go through their object: who reads one gets what counts."""
_COMPARISONS = frozenset("__eq__ __ne__ __lt__ __le__ __gt__ __ge__".split())
_WRITTEN = frozenset("__repr__ __str__ __hash__ __setattr__ __delattr__ __getnewargs__ __getstate__ __setstate__ __replace__".split())
"""Special methods that the library writes for classes, and that do little."""
_BOUND = identities(BuiltinFunctionType, MethodWrapperType, MethodType)
_UNBOUND = identities(MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType)
_PLAIN = frozenset(
    "__init__ __new__ __new_member__ __class__ __doc__ __module__ __init_subclass__ __subclasshook__ __class_getitem__".split()
)
"""Special names under which nothing is called with what another function of C goes through."""


def closed(function: Function) -> Function:
    """Return a callable that does what ``function`` does, and shows nothing of it."""
    return CLOSED(function, 0, False, None)  # type: ignore[call-arg]  # noqa: FBT003 (as it takes them)


class Holding:
    """What a program may hold, and the classes that it makes."""

    def __init__(self, account: Account, callee: Callable[[Any], Any]) -> None:
        self._account = account
        self._callee = callee
        self._closed: dict[int, tuple[ref[Any], bool]] = {}

    def closed(self, function: Any, *, binds: bool = False) -> Any:
        """Return a callable that does what ``function`` does; ``binds`` if it becomes a method in a class."""
        made = closed(function)
        if len(self._closed) > 1 << 12:
            self._closed = {key: known for key, known in self._closed.items() if known[0]() is not None}
        self._closed[id(made)] = (ref(made), binds)
        return made

    def knows(self, function: Any) -> bool:
        """Whether `closed` made this."""
        known = self._closed.get(id(function))
        return known is not None and known[0]() is function

    def binds(self, function: Any) -> bool:
        """Whether this, made by `closed`, takes the object that it is read from."""
        return self._closed[id(function)][1]

    def held(self, value: Any) -> Any:
        """Return what a program gets when it reads ``value`` somewhere: for a bound method of C, one that counts."""
        key = id(type(value))
        if key not in _BOUND or type(value.__self__) is ModuleType:
            return value
        return self._counting(value)

    def given(self, value: Any) -> Any:
        """Return what a function of a library gets in the place of ``value``: for a function of C, one that counts."""
        key = id(type(value))
        return self._counting(value) if key in _BOUND or key in _UNBOUND else value

    def handed(self, value: Any, *, binds: bool = False) -> Any:
        """Return what to give to something that is known to call it: for anything that does not count, what does."""
        made = self._callee(value)
        return value if made is value else self.closed(made, binds=binds)

    def _counting(self, value: Any) -> Any:
        made = self._callee(value)
        return value if made is value else self.closed(made, binds=id(type(value)) in _UNBOUND)

    # ------------------------------------------------------------------------------------------------ classes

    def special(self, name: str, value: Any) -> Any:
        """Return what to set as an attribute of a class: as a special method, what is not of the program is to count."""
        special = name[:2] == "__" == name[-2:] and name not in _PLAIN
        if special:
            forget()
        elif name not in TRUSTED:
            return value
        kind = type(value)
        if kind is FunctionType:
            if name in _COMPARISONS and not self._account.is_rewritten(value):
                return self.closed(self._comparing(value), binds=True)
            made = value if name in _WRITTEN else self._callee(value)
            return value if made is value else self.closed(made, binds=True)
        if issubclass(kind, (staticmethod, classmethod)):
            inner = value.__func__
            made = self._counted(inner, always=special)
            return value if made is inner else (staticmethod if issubclass(kind, staticmethod) else classmethod)(made)
        if not callable(value):
            return value
        made = self._counted(value, always=special)
        if made is value:
            return value
        if id(kind) in _UNBOUND or (kind is CLOSED and self.knows(value) and self.binds(value)):
            return self.closed(made, binds=True)
        return staticmethod(made)

    def attribute(self, owner: Any, name: Any, value: Any) -> Any:
        """Return what to set as an attribute of ``owner``, which may be an object."""
        if type(name) is not str:
            return value
        if isinstance(owner, type):
            return self.special(name, value)
        return self.handed(value) if name in TRUSTED and callable(value) else value

    def audited(self, kind: Any) -> Any:
        """Let special methods of a new class count that are functions of C or of a library; return the class."""
        if not isinstance(kind, type) or not is_heap(kind):
            return kind
        for name, value in list(members(kind).items()):
            if type(name) is str and not (id(type(value)) in _UNBOUND and _is_inherited(kind, name, value)):
                made = self.special(name, value)
                if made is not value:
                    type.__setattr__(kind, name, made)
        return kind

    def _counted(self, function: Any, *, always: bool) -> Any:
        """Return what counts in the place of a function: ``always`` at least one, since C may call it again and again."""
        made = self._callee(function)
        kind = type(function)
        of_c = (kind is CLOSED and self.knows(function)) or id(kind) in _UNBOUND or (id(kind) in _BOUND and kind is not MethodType)
        if made is function and not (always and of_c):
            return function
        if not always:
            return self.closed(made)
        tick = self._account.tick

        def ticking(*args: Any, **kwargs: Any) -> Any:
            tick(1)
            return made(*args, **kwargs)

        return self.closed(ticking)

    def _comparing(self, function: Function) -> Function:
        tick = self._account.tick

        def compare(one: Any, other: Any) -> Any:
            tick(min(sum(map(extent, parts_of(one))), sum(map(extent, parts_of(other)))) >> SCAN)
            return function(one, other)

        return compare


def _is_inherited(kind: type, name: str, slot: Any) -> bool:
    """Whether the class would have the same without saying so."""
    return slot.__name__ == name and any(members(each).get(name) is slot for each in type.__dict__["__mro__"].__get__(kind)[1:])
