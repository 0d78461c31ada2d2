"""Which function a call in a rewritten program reaches: itself, or one that charges for what it does inside C.

``f(x)`` becomes ``callee(f)(x)``. What counts by itself is returned as it is, so that no frame comes between a program
and its own functions; for the rest there are tables, and a rule for what no table knows.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    CoroutineType,
    FunctionType,
    GeneratorType,
    GenericAlias,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any

from codearena.sandbox.inside.meter import dynamic, functions, library, methods
from codearena.sandbox.inside.meter.account import COPY, SCAN, Account
from codearena.sandbox.inside.meter.holding import CLOSED, Holding
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.refusals import refused_attribute
from codearena.sandbox.inside.meter.sizes import attribute, base_of, forget, identities, is_heap, length, of_library, traits, weight

keep(globals())

Function = Callable[..., Any]

_COPYING = ("__reduce__", "__reduce_ex__")
"""Names that the library looks up to copy an object, in a class that looks them up itself."""
_DRAWING_MODULES = frozenset("statistics heapq math collections bisect string".split())
"""Modules whose functions walk through an iterator that they are given."""
_UNKNOWN = 8
"""Charged for a call into a Python function of the standard library, beside the sizes of what it gets and gives."""
_FRAMELESS = identities(GeneratorType, CoroutineType, AsyncGeneratorType)
_WRAPPERS = (MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType)
_CONSTRUCTORS = (list, tuple, dict, set, frozenset, str, bytes, bytearray)
_MAKERS: tuple[Any, ...] = (functools.partial, map, filter, property, staticmethod, classmethod, CLOSED)
_MAKERS += (itertools.starmap, itertools.takewhile, itertools.dropwhile, itertools.filterfalse, itertools.groupby, itertools.accumulate)
_CALLING = {id(kind): kind for kind in _MAKERS}
"""Types that call what they are made of."""
_PARTS = [vars(functools.partial)[name].__get__ for name in ("func", "args", "keywords")]
_GIVEN = identities(BuiltinFunctionType, MethodWrapperType, MethodType, *_WRAPPERS)


class Calls:
    """The dispatch of one meter."""

    def __init__(self, account: Account, operators: dict[str, Function], compiled: Callable[[Any, str, str], Any]) -> None:
        self._account = account
        self._charges = operators
        self.holding = holding = Holding(account, self.callee)
        self._functions = functions.table(account, operators, self.callee, holding)
        self._functions.update(dynamic.table(account, compiled, holding))
        self.by_name = functions.by_name(self._functions)
        """Functions to call in the place of built-in ones, by the names that these have unless a program rebinds them."""
        self._methods = methods.table(account, self.callee)
        kinds: dict[type, Function] = {
            FunctionType: self._python,
            MethodType: self._method,
            BuiltinFunctionType: self._builtin,
            MethodWrapperType: self._wrapper,
            functools.partial: self._partial,
            CLOSED: self._cached,
            **dict.fromkeys(_WRAPPERS, self._descriptor),
        }
        self._kinds = {id(kind): rule for kind, rule in kinds.items()}
        initial = [vars(kind)["__init__"] for kind in _CONSTRUCTORS if "__init__" in vars(kind)]
        self._initials = frozenset(map(id, initial))
        self._news = frozenset(id(vars(kind)["__new__"]) for kind in _CONSTRUCTORS)

    def callee(self, function: Any) -> Any:
        """Return what to call in place of ``function``, which may be anything."""
        kind = type(function)
        if kind is FunctionType and self._account.is_own_function(function):
            return function
        known = self._functions.get(id(function))
        if known is not None:
            return known[1]
        rule = self._kinds.get(id(kind))
        if rule is not None:
            return rule(function)
        if issubclass(kind, type):
            return self._constructor(function)
        if not callable(function):  # the call says so itself; or None, where a function is optional
            return function
        return self._object(function, kind)

    # ------------------------------------------------------------------------------------------------ kinds

    def _python(self, function: Any) -> Any:
        module = function.__module__
        if type(module) is str and module in library.QUIET_MODULES:
            return library.quiet(self._account, self.holding, function, function.__name__)
        return self._unknown(function, _UNKNOWN, draws=module in _DRAWING_MODULES, calls=function.__name__ in library.SUBMITTING)

    def _method(self, method: Any) -> Any:
        inner = method.__func__
        if type(inner) is FunctionType:
            if self._account.is_own_function(inner):
                return method
            module = inner.__module__
            if module in library.QUIET_MODULES:
                return library.quiet(self._account, self.holding, method, inner.__name__)
            return self._unknown(
                method,
                _UNKNOWN,
                owner=method.__self__,
                draws=module in _DRAWING_MODULES,
                deep=library.is_strange(module),
                calls=inner.__name__ in library.SUBMITTING,
            )
        if type(inner) is CLOSED and self.holding.knows(inner):
            return method if self.holding.binds(inner) else inner
        made = self.callee(inner)
        return method if made is inner else functools.partial(made, method.__self__)

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
        if id(kind) in _FRAMELESS:
            return function
        if issubclass(kind, type):
            made = self._unknown(function, draws=True, iterates=function.__name__ == "fromkeys" or owner is tuple or owner is frozenset)
            return self._making(made) if function.__name__ == "__new__" and issubclass(owner, type) else made
        return self._methods.bound(function, owner) or self._unknown(function, owner=owner)

    def _wrapper(self, method: Any) -> Any:
        name, owner = method.__name__, method.__self__
        if name == "__get__":
            self._checked(getattr(owner, "__name__", ""))
        elif name == "__getattribute__":

            def read(name: Any) -> Any:
                if name in _COPYING:
                    return method(name)
                self._checked(str(name))
                return self.holding.held(method(name))

            return read
        elif name == "__setattr__":
            return lambda name, value: method(name, self.holding.attribute(owner, name, value))
        elif name == "__delattr__":
            forget()
        elif name == "__call__":
            return self._called(method, owner)
        elif name == "__init__":
            plain = is_heap(type(owner)) and traits(type(owner))[1] is None and not base_of(type(owner), _CALLING)
            return method if plain else self._unknown(method, iterates=True, calls=True)
        elif issubclass(type(owner), int):
            charge = self._charges.get(f"i{name.strip('_').removeprefix('r')}")
            return method if charge is None else self._of_number(method, owner, charge)
        if name in methods.CHEAP_SLOTS:
            return method
        return self._unknown(method, owner=owner, iterates=name == "__iadd__")

    def _of_number(self, method: Any, owner: Any, charge: Function) -> Function:
        swapped = method.__name__.startswith("__r") and method.__name__ not in ("__rshift__", "__round__", "__repr__")

        def operate(*args: Any) -> Any:
            if args:
                charge(*((args[0], owner) if swapped else (owner, args[0])))
            return method(*args)

        return operate

    def _called(self, method: Any, owner: Any) -> Any:
        """Return what to call in the place of ``owner.__call__``; a class that overrides it may be calling what it overrides."""
        kind = type(owner)
        if issubclass(kind, type):
            made = self._constructor(owner)
            return made if kind is type else method if made is owner else self._unknown(method, iterates=True)
        if issubclass(kind, functools.partial):
            return self._partial(owner)
        return self._unknown(method, owner=owner) if is_heap(kind) and not of_library(kind) else self.callee(owner)

    def _descriptor(self, descriptor: Any) -> Any:
        self._checked(descriptor.__name__)
        callee = self.callee

        def unbound(*args: Any, **kwargs: Any) -> Any:
            if not args or not issubclass(type(args[0]), descriptor.__objclass__):
                return descriptor(*args, **kwargs)
            return callee(descriptor.__get__(args[0], type(args[0])))(*args[1:], **kwargs)

        return unbound

    def _partial(self, partial: Any) -> Any:
        function, args, keywords = (part(partial) for part in _PARTS)
        inner = self.callee(function)
        return partial if inner is function and type(partial) is functools.partial else functools.partial(inner, *args, **keywords)

    def _cached(self, cache: Any) -> Any:
        if self.holding.knows(cache):
            return cache
        inner = getattr(cache, "__wrapped__", None)
        return cache if type(inner) is FunctionType and self._account.is_own_function(inner) else self._unknown(cache)

    def _object(self, function: Any, kind: type) -> Any:
        called = attribute(kind, "__call__")
        if type(called) is FunctionType:
            own = self._account.is_own_function(called)
            own = own or (called.__module__ == "typing" and self.callee(getattr(function, "__origin__", None)) is function.__origin__)
            return function if own else self._unknown(function, _UNKNOWN, owner=function, deep=library.is_strange(called.__module__))
        if kind is GenericAlias:
            return function if self.callee(function.__origin__) is function.__origin__ else self.callee(function.__origin__)
        if type(called) is not WrapperDescriptorType:  # what was set there counts, see `Holding.special`
            return function
        return self._partial(function) if issubclass(kind, functools.partial) else self._unknown(function)

    def _constructor(self, kind: Any) -> Any:
        if issubclass(kind, type):
            return self._making(kind)
        if not is_heap(kind):
            return kind if issubclass(kind, BaseException) else self._unknown(kind, draws=True)
        if base_of(kind, _CALLING):
            return self._unknown(kind, calls=True)
        unchanging = issubclass(kind, tuple | str | frozenset | bytes)
        first = attribute(kind, "__new__" if unchanging else "__init__")
        if id(first) in (self._news if unchanging else self._initials):
            return self._unknown(kind, draws=True, iterates=not issubclass(kind, dict))
        if type(first) is not FunctionType or self._account.is_own_function(first):
            return kind
        module = first.__module__
        if module in _DRAWING_MODULES:
            return self._unknown(kind, draws=True)
        return self._unknown(kind, _UNKNOWN) if library.is_laborious(module) else kind

    # ------------------------------------------------------------------------------------------------ the rest

    def _making(self, function: Any) -> Function:
        """Return a function that makes classes, in which all is to count."""
        audited = self.holding.audited

        def make(*args: Any, **kwargs: Any) -> Any:
            return audited(function(*args, **kwargs))

        return make

    def _unknown(
        self,
        function: Any,
        base: int = 0,
        *,
        owner: Any = None,
        draws: bool = False,
        iterates: bool = False,
        calls: bool = False,
        deep: bool = False,
    ) -> Any:
        """Charge by the sizes of what goes in and what comes out. Functions of C are replaced: who gets them may call them."""
        tick, held = self._account.tick, self.holding.held
        given = self.holding.handed if calls else self.holding.given
        drawn = self._account.walked if iterates else self._account.drawn if draws else None
        size_of, held_by = weight if draws else length, weight if deep else length

        def charged(*args: Any, **kwargs: Any) -> Any:
            if calls or not _GIVEN.isdisjoint(map(id, map(type, args))):
                args = tuple(map(given, args))
            if drawn is not None:
                cost = base + (sum(map(size_of, args)) * base >> 2)
                args = tuple(map(drawn, args))
            else:
                cost = base + (sum(map(length, args)) >> SCAN)
            if kwargs:
                cost += sum(map(length, kwargs.values())) >> SCAN
                kwargs = {name: given(value) for name, value in kwargs.items()}
            tick(cost + (held_by(owner) >> SCAN) if owner is not None else cost)
            result = function(*args, **kwargs)
            size = length(result)
            if size:
                tick(size >> COPY)
            return held(result)

        return charged
