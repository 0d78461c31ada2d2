"""The tests' end of the pipe: what stands for a submission's process in O."""

from __future__ import annotations

import builtins
import inspect
import sys
import threading
import types
from collections.abc import Callable, Sequence
from typing import Any

from codearena.sandbox import codec, exceptions, pipe
from codearena.sandbox.codec import Malformed, checked
from codearena.sandbox.inside.candidate import GIVEN_OPERATORS
from codearena.sandbox.inside.remote import FREE, Remote, RemoteError, RemoteFunction, handle_of, make_class, make_value_kind, view
from codearena.sandbox.pipe import Broken, Gone, Peer


class Candidate(Peer):
    """The tests' end of the pipe: one submission's process."""

    first_id = 1

    def __init__(self, fd: int) -> None:
        super().__init__()
        self.connect(fd)
        self._passed: dict[int, Any] = {}
        self._resolvers: dict[str, Callable[..., Any]] = {
            "yours": self._passed.__getitem__,
            "type": self._type,
            "class": self._class,
            "coroutine": self._coroutine,
            "error": lambda handle, described, args: self._mirror_error(self._class(described), handle, args, ""),
            "value": self._value,
            "container": self._shared_value,
            "view": view,
        }
        self._classes: dict[int, type] = {}
        self._value_kinds: dict[type, Any] = {}
        self._objects: dict[int, Any] = {}
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
        if isinstance(failure, _Returned):
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
                    return self.error(rest[0])
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

    def batch(self, calls: Sequence[tuple[str, bytes]]) -> tuple[bytes | None, ...] | None:
        """Call functions of the submission one after another; return the packed result of each.

        None stands for a result that has to be asked for by an ordinary call, or in the place of all of them.
        """
        try:
            results = self.ask(pipe.BATCH, tuple(calls))
        except BaseException:  # too much for one message; an exit; or its process is gone, which `lost` tells
            return None
        wanted = type(results) is tuple and len(results) == len(calls) and all(type(each) in (bytes, type(None)) for each in results)
        return results if wanted else None

    def operate(self, handle: int, name: str, args: tuple[Any, ...]) -> Any:
        """Forward a special method, unless it would show the submission what the reference was never shown."""
        if name not in FREE and not self.may(name):
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
        if name == "__bool__":
            return bool(target)
        if name in GIVEN_OPERATORS:
            method = getattr(type(target), name, None)
            if method is None:  # which some built-in functions ask for on the off chance
                raise TypeError(f"{type(target).__name__!r} object has no {name}")
            return method(target, *args)
        raise AttributeError(name)

    # ------------------------------------------------------------------------------------------------ values going out

    def describe(self, value: Any) -> tuple[Any, ...]:
        if isinstance(value, Remote):
            return ("mine", handle_of(value))
        if isinstance(value, RemoteError) or hasattr(type(value), "_mirror"):
            return ("mine", value._handle)
        if isinstance(value, type):
            if "_class_handle" in vars(value):
                return ("mine", value._class_handle)  # type: ignore[attr-defined]
            label = value.__name__
            if getattr(builtins, label, None) is value:
                return ("type", label)
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
        resolver = self._resolvers.get(kind)
        if resolver is not None:
            return resolver(*rest)
        handle = rest[0]
        known = self._objects.get(handle)
        if known is None:
            known = self._objects[handle] = self._object(kind, handle, *rest[1:])
        return known

    def _object(self, kind: str, handle: int, *rest: Any) -> Any:
        """Return the proxy of an object that was not seen before."""
        if kind == "function":
            made: Any = object.__new__(RemoteFunction)
            object.__setattr__(made, "__name__", str(rest[0]))
            object.__setattr__(made, "__doc__", rest[1])
        elif kind == "object":
            made = object.__new__(self._class(rest[0]))
        elif kind == "module":
            made = object.__new__(Remote)
        else:
            raise Malformed("an unknown handle")
        object.__setattr__(made, "_peer", self)
        object.__setattr__(made, "_handle", handle)
        return made

    @staticmethod
    def _type(name: str) -> Any:
        found = vars(builtins).get(name)
        return found if isinstance(found, type) else exceptions.find(name)

    def _class(self, described: tuple[Any, ...]) -> type:
        """Return the mirror of a class of the submission: its bases, and what it may be asked."""
        handle = described[0]
        if len(described) == 1:
            return self._classes[handle]
        _, name, bases, special, methods, raised, compares, doc = described
        for listed in (bases, special, methods, raised):
            checked(listed, tuple)
        parents = tuple(self._class(base) for base in bases)
        known = tuple(exceptions.find(each) or Exception for each in raised)
        made = make_class(self, handle, (name, special, methods, compares, doc), parents, known)
        self._classes[handle] = made
        return made

    def _value(self, base_name: str, plain: Any, handle: int, described: tuple[Any, ...]) -> Any:
        """Return a value whose type derives from a plain one: it compares as the plain one, whatever it says."""
        base = _VALUE_TYPES[base_name]
        made = self._value_kind(base, described)(checked(plain, base))
        made._peer, made._handle = self, handle
        return made

    def _shared_value(self, base_name: str, items: Any, handle: int, described: tuple[Any, ...], number: int) -> Any:
        """Return such a value that can change: both sides keep its content equal, as they do for plain containers."""
        kind = self._value_kind(_CONTAINER_TYPES[base_name], described)
        if items is None:
            return self.shared(number)
        made = kind()
        codec.assign(made, checked(items, tuple))
        made._peer, made._handle = self, handle
        self.adopt(number, made)
        return made

    def _value_kind(self, base: type, described: tuple[Any, ...]) -> Any:
        mirror = self._class(described)
        kind = self._value_kinds.get(mirror)
        if kind is None:
            kind = self._value_kinds[mirror] = make_value_kind(mirror, base)
        return kind

    def _coroutine(self, handle: int) -> Any:
        async def run() -> Any:
            return self.call(handle, "@await", (), {})

        return run()

    def _mirror_error(self, kind: type, handle: int, args: tuple[Any, ...], text: str) -> BaseException:
        if not issubclass(kind, BaseException):
            raise Malformed("an exception of a class that is none")
        error = kind.__new__(kind, *checked(args, tuple))
        error.args = args
        error._peer, error._handle, error._text = self, handle, text  # type: ignore[attr-defined]
        return error

    def error(self, failure: tuple[Any, ...], depth: int = 0) -> BaseException:
        """Rebuild an exception of the submission from what `Worker._failure` made of it."""
        name, args, own, text, lines, cause = failure
        if own is not None and isinstance(own, RemoteError):
            error: BaseException = own  # type: ignore[assignment]
            own._text = str(text)
        else:
            kind = exceptions.find(name) if type(name) is str else None
            error = _make(kind or RuntimeError, checked(args, tuple), str(text))
        error.submission_lines = _places(checked(lines, tuple))  # type: ignore[attr-defined]
        if cause is not None and depth < 4:
            error.__cause__ = self.error(cause, depth + 1)
        return error


_VALUE_TYPES = {kind.__name__: kind for kind in (int, str, float, tuple, bytes, frozenset)}
_CONTAINER_TYPES = {kind.__name__: kind for kind in (list, set, dict)}


def _places(lines: tuple[Any, ...]) -> tuple[tuple[int, str], ...]:
    """Return pairs of line and function; raises `Malformed` for anything else."""
    for place in lines:
        number, name = checked(place, tuple)
        checked(number, int)
        checked(name, str)
    return lines


def _make(kind: type[BaseException], args: tuple[Any, ...], text: str) -> BaseException:
    """Return an exception of a known type that reads as it did for the submission."""
    try:
        error = kind(*args)
        if str(error) == text:
            return error
    except Exception:  # types whose arguments are not what ``args`` holds, such as UnicodeDecodeError
        error = None
    # Its text was made from more than its arguments, such as the file of an OSError.
    told: Any = type(kind.__name__, (kind,), {"__module__": kind.__module__, "__str__": lambda self: text})
    made: BaseException = told(*args) if error is not None else told.__new__(told)
    made.args = args
    return made


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
