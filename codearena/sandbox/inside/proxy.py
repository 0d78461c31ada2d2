"""What tests hold instead of a submission's objects.

Values are plain; all else is a proxy that forwards by name and believes nothing. Two rules keep a submission from
judging itself. Its ``__eq__`` never meets a test's value: ``proxy == plain`` is False. And operators that would show it a
test's value, such as ``proxy - 3.14`` or ``"a" in proxy``, and methods that it could answer at will, such as
``proxy.startswith("a")``, are forwarded only in tests in which the reference's own objects were used that way.
"""

from __future__ import annotations

import builtins
import inspect
import re
import sys
import threading
import types
from collections.abc import Callable
from typing import Any

from codearena.sandbox import codec, exceptions, pipe
from codearena.sandbox.codec import Malformed
from codearena.sandbox.inside.candidate import FORWARDED, GIVEN_OPERATORS
from codearena.sandbox.pipe import Broken, Gone, Peer

_RESULT_TYPES: dict[str, type] = {
    "__len__": int,
    "__contains__": bool,
    "__bool__": bool,
    "__str__": str,
    "__repr__": str,
    "__format__": str,
    "__hash__": int,
    "__int__": int,
    "__index__": int,
    "__float__": float,
    "__complex__": complex,
    "__bytes__": bytes,
}
"""What a forwarded special method must return; Python's own rule."""

_FREE = frozenset(
    "__len__ __getitem__ __setitem__ __delitem__ __iter__ __next__ __reversed__ __enter__ __exit__ __call__ __neg__ __pos__ "
    "__abs__ __invert__ __int__ __float__ __complex__ __index__ __bool__ __str__ __repr__ __bytes__ __format__ __hash__ "
    "__round__ __missing__".split()
)
"""Special methods that show a submission nothing it could compare itself with."""

_NAME = re.compile(r"[A-Za-z_]\w{0,199}\Z")


class Remote:
    """Base of every proxy for an object of the submission."""

    __slots__ = ("_handle", "_peer", "__weakref__")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__dict__", "__doc__", "__name__", "__annotations__", "__wrapped__"):
            raise AttributeError(name)
        _insist(self, name)
        return _peer(self).get(_handle(self), name)

    def __setattr__(self, name: str, value: Any) -> None:
        _peer(self).ask(pipe.SET, _handle(self), name, value)

    def __delattr__(self, name: str) -> None:
        _peer(self).ask(pipe.DELETE, _handle(self), name)

    def __eq__(self, other: object) -> Any:
        if self is other:
            return True
        if not isinstance(other, Remote | RemoteError):
            return False
        answer = _peer(self).operate(_handle(self), "__eq__", (other,))
        return answer if type(answer) is bool or answer is NotImplemented else False

    def __hash__(self) -> int:
        return hash(("remote", _handle(self)))

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError("an object of the submission cannot be copied or pickled here")


class RemoteError:
    """Mixed into the mirrored exception types of a submission."""

    _peer: Candidate
    _handle: int
    _text: str

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._peer.get(self._handle, name)

    def __str__(self) -> str:
        return self._text


def _insist(remote: Remote, name: str) -> None:
    """Raise `AttributeError` where a test asks an object of the submission for what it never asked the reference's for."""
    kind = type(remote)
    if kind is not Remote and kind is not RemoteFunction and not _peer(remote).may(f".{name}"):
        raise AttributeError(f"the result is an object of the submission, of which this test may not ask {name!r}")


class RemoteFunction(Remote):
    # A function of the submission. No docstring: its own stands in the slot.
    __slots__ = ("__name__", "__doc__")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _peer(self).call(_handle(self), "", args, kwargs)

    @property
    def __signature__(self) -> inspect.Signature:
        return _peer(self).signature(_handle(self))

    def __get__(self, instance: object, owner: object = None) -> RemoteFunction:
        return self

    def __repr__(self) -> str:
        return f"<function {object.__getattribute__(self, '__name__')} of the submission>"

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = Remote.__hash__


class RemoteClass(type):
    """Type of the mirrored classes: making an instance, and class attributes, happen in the submission."""

    _class_peer: Candidate
    _class_handle: int

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return cls._class_peer.call(cls._class_handle, "", args, kwargs)

    def __instancecheck__(cls, instance: object) -> bool:
        return issubclass(getattr(type(instance), "_mirror", type(instance)), cls)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__") and name not in ("__doc__", "__annotations__", "__members__"):
            raise AttributeError(name)
        return cls._class_peer.get(cls._class_handle, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        cls._class_peer.ask(pipe.SET, cls._class_handle, name, value)

    def __iter__(cls) -> Any:
        return iter(cls._class_peer.call(cls._class_handle, "__iter__", (), {}))

    def __len__(cls) -> int:
        return _exactly("__len__", cls._class_peer.call(cls._class_handle, "__len__", (), {}))

    def __getitem__(cls, key: Any) -> Any:
        return cls._class_peer.call(cls._class_handle, "__getitem__", (key,), {})


def _peer(remote: Remote) -> Candidate:
    return object.__getattribute__(remote, "_peer")


def _handle(remote: Remote) -> int:
    return object.__getattribute__(remote, "_handle")


def _exactly(name: str, result: Any) -> Any:
    wanted = _RESULT_TYPES.get(name)
    if wanted is None or type(result) is wanted:
        return result
    if not isinstance(result, wanted):
        raise TypeError(f"{name} returned {type(result).__name__}")
    return wanted(result)


def _forward(name: str) -> Callable[..., Any]:
    def method(self: Remote, *args: Any) -> Any:
        return _exactly(name, _peer(self).operate(_handle(self), name, args))

    method.__name__ = name
    return method


def _call(self: Remote, *args: Any, **kwargs: Any) -> Any:
    return _peer(self).call(_handle(self), "", args, kwargs)


def _exit(self: Remote, *args: Any) -> bool:
    """Leave a context. What a test raised, its own failed assertion above all, is not the submission's to suppress."""
    suppressed = bool(_peer(self).operate(_handle(self), "__exit__", args))
    return suppressed and (args[0] is None or _peer(self).may("suppress"))


_SPECIAL = {name: _forward(name) for name in FORWARDED} | {"__call__": _call, "__exit__": _exit}


def _method(name: str) -> Callable[..., Any]:
    def method(self: Remote, *args: Any, **kwargs: Any) -> Any:
        _insist(self, name)
        return _peer(self).call(_handle(self), name, args, kwargs)

    method.__name__ = name
    return method


def _method_of_value(name: str, plain: Any) -> Callable[..., Any]:
    """The same for a value of a derived type, where the plain type may have the method, too."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        if self._peer.may(f".{name}"):
            return self._peer.call(self._handle, name, args, kwargs)
        if plain is None:
            raise AttributeError(name)
        return plain(self, *args, **kwargs)

    method.__name__ = name
    return method


class Candidate(Peer):
    """The tests' end of the pipe: one submission's process."""

    first_id = 1

    def __init__(self, fd: int) -> None:
        super().__init__()
        self.connect(fd)
        self._classes: dict[int, type] = {}
        self._value_kinds: dict[type, Any] = {}
        self._objects: dict[int, Any] = {}
        self._passed: dict[int, Any] = {}
        self._one_at_a_time = threading.RLock()
        self.lost: Gone | None = None
        """Why the process can no longer be asked; None while it can."""
        self.operators: set[str] = set()
        """Operators on the submission's objects that were used since this was last cleared."""
        self.permitted: frozenset[str] | None = None
        """Operators that may be forwarded beside the harmless ones; None permits all."""
        self.swallowed: BaseException | None = None
        """A failed assertion in a function that a test passed: the submission, which called it, may have caught it."""

    # ------------------------------------------------------------------------------------------------ requests

    def ask(self, *request: Any) -> Any:
        """Send a request and return its answer; raises what the submission raised, or `Gone`.

        A value of the test's own that cannot be sent raises `TypeError` or `Malformed`, and nothing is sent.
        """
        with self._one_at_a_time:
            if self.lost is not None:
                raise self.lost
            try:
                self.send(*request)
                failure = self._answer()
            except Gone as gone:
                self.lost = gone
                raise
        if type(failure) is _Returned:
            return failure.value
        raise failure

    def _answer(self) -> BaseException | _Returned:
        """Serve callbacks until the answer is there; return it, or the exception that the submission raised."""
        try:
            while True:
                operation, printed, *rest = self.receive()
                if type(printed) is str and printed:
                    sys.stdout.write(printed)
                if operation == pipe.RETURN:
                    return _Returned(rest[0])
                if operation == pipe.RAISE:
                    return self._error(rest[0])
                if operation != pipe.CALLBACK:
                    raise Broken("an unknown reply")
                self._call_back(*rest)
        except (Malformed, TypeError, ValueError, LookupError, AttributeError) as error:
            raise Broken(f"malformed reply: {error}") from None

    def load(self, files: tuple[tuple[str, str], ...], wanted: tuple[str, ...]) -> dict[str, Any]:
        """Run the submission's files; return the wanted names that it defines."""
        answer = self.ask(pipe.LOAD, files, wanted)
        return {name: value for name, value in answer if name in wanted}

    def get(self, handle: int, name: str) -> Any:
        """Return an attribute of an object of the submission."""
        return self.ask(pipe.GET, handle, name)

    def call(self, handle: int, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call an object of the submission, or its method ``name``."""
        answer = self.ask(pipe.CALL, handle, name, args, kwargs)
        return NotImplemented if answer == ("@", "NotImplemented") else answer

    def operate(self, handle: int, name: str, args: tuple[Any, ...]) -> Any:
        """Forward a special method, unless it would show the submission what the reference was never shown."""
        if name not in _FREE and not self.may(name):
            if name == "__eq__":
                return False
            raise TypeError(f"the result is an object of the submission, on which this test may not use {name}")
        return self.call(handle, name, args, {})

    def may(self, operator: str) -> bool:
        """Note that a test lets the submission's objects do this; return whether it let the reference's, too."""
        self.operators.add(operator)
        return self.permitted is None or operator in self.permitted

    def signature(self, handle: int) -> inspect.Signature:
        """Return the signature of a function of the submission."""
        parameters = []
        for name, kind, has_default, default in self.ask(pipe.SIGNATURE, handle):
            empty = inspect.Parameter.empty
            parameters.append(inspect.Parameter(name, inspect._ParameterKind(kind), default=default if has_default else empty))
        return inspect.Signature(parameters)

    # ------------------------------------------------------------------------------------------------ callbacks

    def _call_back(self, number: int, name: str, args: Any, kwargs: Any) -> None:
        """Let the submission use an object that a test passed: call it, or use public attributes and operators."""
        target = self._passed[number]
        if type(name) is not str or type(args) is not tuple or type(kwargs) is not dict:
            raise Malformed("a callback of an unknown shape")
        try:
            result = self._use(target, name, args, kwargs)
            self.send(pipe.RETURN, result)
        except (Gone, KeyboardInterrupt):
            raise
        except BaseException as error:  # of the test's object: the submission that called it may catch it
            if isinstance(error, AssertionError):
                self.swallowed = error
            self.send(pipe.RAISE, _Raised(error))

    @staticmethod
    def _use(target: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if name == "":
            return target(*args, **kwargs)
        if name in ("@get", "@set"):
            attribute, *value = args
            hidden = isinstance(target, types.FunctionType | types.MethodType | types.ModuleType | types.GeneratorType | type)
            if type(attribute) is not str or attribute.startswith("_") or hidden:
                raise AttributeError(attribute)
            return getattr(target, attribute) if name == "@get" else setattr(target, attribute, *value)
        if name in GIVEN_OPERATORS:
            return getattr(type(target), name)(target, *args)
        raise AttributeError(name)

    # ------------------------------------------------------------------------------------------------ values going out

    def describe(self, value: Any) -> tuple[Any, ...]:
        if isinstance(value, Remote):
            return ("mine", _handle(value))
        if isinstance(value, RemoteError) or hasattr(type(value), "_mirror"):
            return ("mine", value._handle)  # type: ignore[attr-defined]
        if isinstance(value, type):
            if "_class_handle" in vars(value):
                return ("mine", value._class_handle)  # type: ignore[attr-defined]
            if getattr(builtins, value.__name__, None) is value:
                return ("type", value.__name__)
            known = exceptions.name_of(value) if issubclass(value, BaseException) else None
            if known:
                return ("type", known)
        if isinstance(value, _Raised):
            return ("raise", value.name, value.args)
        if isinstance(value, BaseException) and (name := exceptions.name_of(type(value))):
            return ("raise", name, _told(value))
        if isinstance(value, types.TracebackType):
            return ("nothing",)  # what ``__exit__`` is given beside an exception
        if isinstance(value, types.FrameType | types.CodeType | types.ModuleType):
            raise TypeError(f"a {type(value).__name__} cannot be passed to a submission")
        number = len(self._passed) + 1
        self._passed[number] = value
        return ("yours", number)

    # ------------------------------------------------------------------------------------------------ values coming in

    def resolve(self, description: tuple[Any, ...]) -> Any:
        kind, *rest = description
        if kind == "yours":
            return self._passed[rest[0]]
        if kind == "type":
            found = vars(builtins).get(rest[0])
            return found if isinstance(found, type) else exceptions.find(rest[0])
        if kind == "class":
            return self._class(*rest)
        if kind == "coroutine":
            return self._coroutine(rest[0])
        if kind == "error":
            handle, described, args = rest
            return self._mirror_error(self._class(described), handle, args, "")
        if kind == "value":
            return self._value(*rest)
        if kind == "container":
            return self._shared_value(*rest)
        if kind == "view":
            return _view(*rest)
        handle = rest[0]
        known = self._objects.get(handle)
        if known is not None:
            return known
        if kind == "function":
            made: Any = object.__new__(RemoteFunction)
            object.__setattr__(made, "__name__", str(rest[1]))
            object.__setattr__(made, "__doc__", rest[2])
        elif kind == "object":
            made = object.__new__(self._class(rest[1]))
        elif kind == "module":
            made = object.__new__(Remote)
        else:
            raise Malformed("an unknown handle")
        object.__setattr__(made, "_peer", self)
        object.__setattr__(made, "_handle", handle)
        self._objects[handle] = made
        return made

    def _class(self, described: tuple[Any, ...]) -> type:
        """Return the mirror of a class of the submission: its bases, and what it may be asked."""
        handle = described[0]
        if len(described) == 1:
            return self._classes[handle]
        _, name, bases, special, methods, raised, compares, doc = described
        for listed in (bases, special, methods, raised):
            _check(listed, tuple)
        parents = tuple(self._class(base) for base in bases)
        made: type
        names: dict[str, Any] = {"__module__": "solution", "__doc__": doc if type(doc) is str else None}
        label = name if type(name) is str and _NAME.match(name) else "Unnamed"
        if raised:
            made = _error_type(label, parents, tuple(exceptions.find(each) or Exception for each in raised), names)
            made._class_handle = handle  # type: ignore[attr-defined]
        else:
            names["__slots__"] = ()
            names |= {n: _method(n) for n in methods if type(n) is str and _NAME.match(n) and not n.startswith("_")}
            names |= {n: _SPECIAL[n] for n in special if n in _SPECIAL}
            names["__eq__"] = Remote.__eq__ if compares is True else _same
            names.setdefault("__hash__", Remote.__hash__)
            made = RemoteClass(label, parents or (Remote,), names)
            type.__setattr__(made, "_class_peer", self)
            type.__setattr__(made, "_class_handle", handle)
        self._classes[handle] = made
        return made

    def _value(self, base_name: str, plain: Any, handle: int, described: tuple[Any, ...]) -> Any:
        """Return a value whose type derives from a plain one: it compares as the plain one, whatever it says."""
        base = _VALUE_TYPES[base_name]
        made = self._value_kind(base, described)(_check(plain, base))
        made._peer, made._handle = self, handle
        return made

    def _shared_value(self, base_name: str, items: Any, handle: int, described: tuple[Any, ...], number: int) -> Any:
        """The same for a container that can change: both sides keep its content equal, as they do for plain ones."""
        kind = self._value_kind(_CONTAINER_TYPES[base_name], described)
        if items is None:
            return self.shared(number)
        made = kind()
        codec.assign(made, _check(items, tuple))
        made._peer, made._handle = self, handle
        self.adopt(number, made)
        return made

    def _value_kind(self, base: type, described: tuple[Any, ...]) -> Any:
        mirror = self._class(described)
        kind = self._value_kinds.get(mirror)
        if kind is None:
            # Comparing stays the plain type's business; what else the class defines is asked of it.
            free = {n: m for n, m in vars(mirror).items() if n in _FREE and m is not Remote.__hash__}
            own = free | {n: _method_of_value(n, getattr(base, n, None)) for n in vars(mirror) if not n.startswith("_")}
            names = {**own, "__module__": "solution", "_mirror": mirror, "__getattr__": _value_attribute}
            kind = self._value_kinds[mirror] = type(mirror.__name__, (base,), names)
        return kind

    def _coroutine(self, handle: int) -> Any:
        async def run() -> Any:
            return self.call(handle, "@await", (), {})

        return run()

    def _mirror_error(self, kind: type, handle: int, args: tuple[Any, ...], text: str) -> BaseException:
        if not issubclass(kind, BaseException):
            raise Malformed("an exception of a class that is none")
        error = kind.__new__(kind, *_check(args, tuple))
        error.args = args
        error._peer, error._handle, error._text = self, handle, text  # type: ignore[attr-defined]
        return error

    def _error(self, failure: tuple[Any, ...], depth: int = 0) -> BaseException:
        """Rebuild an exception of the submission from what `Worker._failure` made of it."""
        name, args, own, text, lines, cause = failure
        if own is not None and isinstance(own, RemoteError):
            error: BaseException = own  # type: ignore[assignment]
            own._text = str(text)
        else:
            kind = exceptions.find(name) if type(name) is str else None
            error = _make(kind or RuntimeError, _check(args, tuple), str(text))
        error.submission_lines = _check(lines, tuple)  # type: ignore[attr-defined]
        if cause is not None and depth < 4:
            error.__cause__ = self._error(cause, depth + 1)
        return error


def _same(self: Remote, other: object) -> bool:
    return self is other


def _error_type(label: str, parents: tuple[type, ...], known: tuple[type, ...], names: dict[str, Any]) -> type:
    missing = tuple(each for each in known if not any(issubclass(parent, each) for parent in parents))
    bases = (*parents, *missing) if parents else (RemoteError, *missing)
    return type(label, bases, names)


def _value_attribute(self: Any, name: str) -> Any:
    if name.startswith("__") or not self._peer.may(f".{name}"):
        raise AttributeError(name)
    return self._peer.get(self._handle, name)


_VALUE_TYPES = {kind.__name__: kind for kind in (int, str, float, tuple, bytes, frozenset)}
_CONTAINER_TYPES = {kind.__name__: kind for kind in (list, set, dict)}


def _view(name: str, items: Any) -> Any:
    """Return a read-only view as a view of a copy."""
    if name == "mappingproxy":
        return types.MappingProxyType(_check(items, dict))
    if name == "dict_keys":
        return dict.fromkeys(_check(items, tuple)).keys()
    if name == "dict_values":
        return dict(enumerate(_check(items, tuple))).values()
    return dict(_check(items, tuple)).items()


def _check(value: Any, kind: type) -> Any:
    """Return ``value``, which must be exactly of ``kind``: a range in its place would be short to send and endless to use."""
    if type(value) is not kind:
        raise Malformed(f"{type(value).__name__} instead of {kind.__name__}")
    return value


def _make(kind: type[BaseException], args: tuple[Any, ...], text: str) -> BaseException:
    try:
        return kind(*args)
    except Exception:  # types whose arguments are not what ``args`` holds, such as UnicodeDecodeError
        error = kind.__new__(kind)
        error.args = (text,)
        return error


class _Returned:
    """What the submission returned, as told from what it raised."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class _Raised:
    """An exception of a test's object on its way to the submission, by name and plain arguments."""

    def __init__(self, error: BaseException) -> None:
        self.name = exceptions.name_of(type(error)) or "Exception"
        self.args = _told(error)


def _told(error: BaseException) -> tuple[Any, ...]:
    """Return what a submission is told of a test's exception: a failed assertion would tell it expected values."""
    args = () if isinstance(error, AssertionError) else error.args
    return tuple(a if type(a) in (int, str, float, bool, type(None)) else str(a) for a in args)
