"""Which function a call in a rewritten program reaches: itself, or one that charges for what it does inside C.

``f(x)`` becomes ``callee(f)(x)``. What counts by itself is returned as it is, so that no frame comes between a program
and its own functions; for the rest there are tables, and a rule for what no table knows.
"""

from __future__ import annotations

import builtins
import functools
import sys
from collections.abc import Callable
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    CoroutineType,
    FunctionType,
    GeneratorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from codearena.sandbox.inside.meter import functions, methods
from codearena.sandbox.inside.meter.account import COPY, SCAN, Account, base_of, is_heap, length, members, traits
from codearena.sandbox.inside.meter.refusals import refused_attribute

globals()["__builtins__"] = {**vars(builtins)}  # a program may replace those that it shares

Function = Callable[..., Any]

_COPYING = ("__reduce__", "__reduce_ex__")
"""Names that the library looks up to copy an object, in a class that looks them up itself."""
_QUIET_MODULES = frozenset("abc contextlib dataclasses enum functools types typing _collections_abc threading random".split())
"""Python modules whose functions look at no more of their arguments than there are names."""
_DRAWING_MODULES = frozenset("statistics heapq math collections bisect string".split())
"""Modules whose functions walk through an iterator that they are given."""
_UNKNOWN = 8
"""Charged for a call into a Python function of the standard library, beside the sizes of what it gets and gives."""
_FRAMELESS = (GeneratorType, CoroutineType, AsyncGeneratorType)
_WRAPPERS = (MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType)
_CACHE = type(functools.lru_cache(len))
_CONSTRUCTORS = (list, tuple, dict, set, frozenset, str, bytes, bytearray)


class Calls:
    """The dispatch of one meter."""

    def __init__(self, account: Account, operators: dict[str, Function], compiled: Callable[[Any, str, str], Any]) -> None:
        self._account = account
        self._functions = functions.table(account, operators, self.callee)
        self._functions.update(functions.dynamic(account, compiled))
        self._methods = methods.table(account, self.callee)
        self._kinds: dict[type, Function] = {
            FunctionType: self._python,
            MethodType: self._method,
            BuiltinFunctionType: self._builtin,
            MethodWrapperType: self._wrapper,
            functools.partial: self._partial,
            _CACHE: self._cached,
            **dict.fromkeys(_WRAPPERS, self._descriptor),
        }
        initial = [members(kind)["__init__"] for kind in _CONSTRUCTORS if "__init__" in members(kind)]
        self._initials = frozenset(map(id, initial))
        self._news = frozenset(id(kind.__new__) for kind in _CONSTRUCTORS)

    def callee(self, function: Any) -> Any:
        """Return what to call in place of ``function``, which may be anything."""
        kind = type(function)
        if kind is FunctionType and self._account.is_own_function(function):
            return function
        known = self._functions.get(id(function))
        if known is not None:
            return known[1]
        if kind in _KINDS:
            return self._kinds[kind](function)
        if issubclass(kind, type):
            return self._constructor(function)
        if not callable(function):  # the call says so itself; or None, where a function is optional
            return function
        return function if is_heap(kind) and not _is_foreign(kind) else self._unknown(function)

    # ------------------------------------------------------------------------------------------------ kinds

    def _python(self, function: Any) -> Any:
        module = function.__module__
        return function if module in _QUIET_MODULES else self._unknown(function, _UNKNOWN, draws=module in _DRAWING_MODULES)

    def _method(self, method: Any) -> Any:
        inner = method.__func__
        if type(inner) is not FunctionType:
            return method
        if self._account.is_own_function(inner) or inner.__module__ in _QUIET_MODULES:
            return method
        return self._unknown(method, _UNKNOWN, owner=method.__self__, draws=inner.__module__ in _DRAWING_MODULES)

    def _checked(self, name: str) -> None:
        """Refuse what no name in the program, but a name put together, has led to."""
        if refused_attribute(name):
            raise self._account.refuse(f"{name} reaches into the interpreter and cannot be measured")

    def _builtin(self, function: Any) -> Any:
        self._checked(function.__name__)
        owner = function.__self__
        kind = type(owner)
        if owner is None or kind is ModuleType:
            return self._unknown(function, draws=function.__module__ in _DRAWING_MODULES)
        if kind in _FRAMELESS:
            return function
        if kind is type:
            return self._unknown(function, draws=True)
        return self._methods.bound(function, owner) or self._unknown(function, owner=owner)

    def _wrapper(self, method: Any) -> Any:
        if method.__name__ == "__get__":
            self._checked(getattr(method.__self__, "__name__", ""))
        elif method.__name__ == "__getattribute__":

            def read(name: Any) -> Any:
                if name not in _COPYING:
                    self._checked(str(name))
                return method(name)

            return read
        if method.__name__ in methods.CHEAP_SLOTS or length(method.__self__) == 0:
            return method
        return self._unknown(method, owner=method.__self__, draws=True)

    def _descriptor(self, descriptor: Any) -> Any:
        self._checked(descriptor.__name__)
        callee = self.callee

        def unbound(*args: Any, **kwargs: Any) -> Any:
            if not args or not issubclass(type(args[0]), descriptor.__objclass__):
                return descriptor(*args, **kwargs)
            return callee(descriptor.__get__(args[0], type(args[0])))(*args[1:], **kwargs)

        return unbound

    def _partial(self, partial: Any) -> Any:
        inner = self.callee(partial.func)
        return partial if inner is partial.func else functools.partial(inner, *partial.args, **partial.keywords)

    def _cached(self, cache: Any) -> Any:
        inner = getattr(cache, "__wrapped__", None)
        return cache if type(inner) is FunctionType and self._account.is_own_function(inner) else self._unknown(cache)

    def _constructor(self, kind: Any) -> Any:
        known = self._functions.get(base_of(kind, self._functions))
        if not is_heap(kind) or known is None:
            return kind if is_heap(kind) or issubclass(kind, BaseException) else self._unknown(kind, draws=True)
        from_c = (
            id(kind.__new__) in self._news if issubclass(kind, tuple | str | frozenset | bytes) else id(kind.__init__) in self._initials
        )
        inner = getattr(kind.__init__, "__module__", "")
        return self._unknown(kind, draws=True) if from_c or inner in _DRAWING_MODULES else kind

    # ------------------------------------------------------------------------------------------------ the rest

    def _unknown(self, function: Any, base: int = 0, *, owner: Any = None, draws: bool = False) -> Any:
        """Charge by the sizes of what goes in and what comes out."""
        tick, drawn = self._account.tick, self._account.drawn

        def charged(*args: Any, **kwargs: Any) -> Any:
            if draws:
                cost = base + (sum(map(length, args)) * base >> 2)
                args = tuple(map(drawn, args))
            else:
                cost = base + (sum(map(length, args)) >> SCAN)
            if kwargs:
                cost += sum(map(length, kwargs.values())) >> SCAN
            tick(cost + (length(owner) >> SCAN) if owner is not None else cost)
            result = function(*args, **kwargs)
            size = length(result)
            if size:
                tick(size >> COPY)
            return result

        return charged


_KINDS = frozenset((FunctionType, MethodType, BuiltinFunctionType, MethodWrapperType, functools.partial, _CACHE, *_WRAPPERS))


def _is_foreign(kind: type) -> bool:
    """Whether calling an instance of this type runs C code of a library."""
    called = next((members(each)["__call__"] for each in kind.__mro__ if "__call__" in members(each)), None)
    return type(called) is WrapperDescriptorType and kind.__module__ in sys.stdlib_module_names and traits(kind)[1] is None
