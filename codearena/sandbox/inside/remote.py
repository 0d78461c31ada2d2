"""What tests hold instead of a submission's objects.

Values are plain; all else is a proxy that forwards by name and believes nothing. Two rules keep a submission from
judging itself. Its ``__eq__`` never meets a test's value: ``proxy == plain`` is False. And operators that would show it a
test's value, such as ``proxy - 3.14`` or ``"a" in proxy``, and methods that it could answer at will, such as
``proxy.startswith("a")``, are forwarded only in tests in which the reference's own objects were used that way.
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from codearena.sandbox import pipe
from codearena.sandbox.codec import checked
from codearena.sandbox.inside.candidate import FORWARDED

if TYPE_CHECKING:
    from codearena.sandbox.inside.proxy import Candidate


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

FREE = frozenset(
    "__len__ __getitem__ __setitem__ __delitem__ __iter__ __next__ __reversed__ __enter__ __exit__ __call__ __neg__ __pos__ "
    "__abs__ __invert__ __int__ __float__ __complex__ __index__ __bool__ __str__ __repr__ __bytes__ __format__ __hash__ "
    "__round__ __missing__".split()
)
"""Special methods that show a submission nothing it could compare itself with."""

_NAME = re.compile(r"[A-Za-z_]\w{0,199}\Z")


class Remote:
    """Base of every proxy for an object of the submission."""

    __slots__ = ("__weakref__", "_handle", "_peer")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__dict__", "__doc__", "__name__", "__annotations__", "__wrapped__"):
            raise AttributeError(name)
        _insist(self, name)
        return peer_of(self).get(handle_of(self), name)

    def __setattr__(self, name: str, value: Any) -> None:
        peer_of(self).ask(pipe.SET, handle_of(self), name, value)

    def __delattr__(self, name: str) -> None:
        peer_of(self).ask(pipe.DELETE, handle_of(self), name)

    def __eq__(self, other: object) -> Any:
        if self is other:
            return True
        if not isinstance(other, Remote | RemoteError):
            return False
        answer = peer_of(self).operate(handle_of(self), "__eq__", (other,))
        return answer if type(answer) is bool or answer is NotImplemented else False

    def __hash__(self) -> int:
        return hash(("remote", handle_of(self)))

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
    if kind is not Remote and kind is not RemoteFunction and not peer_of(remote).may(f".{name}"):
        raise AttributeError(f"the result is an object of the submission, of which this test may not ask {name!r}")


class RemoteFunction(Remote):  # noqa: D101 (its docstring would take the place of the slot)
    __slots__ = ("__doc__", "__name__")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return peer_of(self).call(handle_of(self), "", args, kwargs)

    @property
    def __signature__(self) -> inspect.Signature:
        return peer_of(self).signature(handle_of(self))

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
        return int(_exactly("__len__", cls._class_peer.call(cls._class_handle, "__len__", (), {})))

    def __getitem__(cls, key: Any) -> Any:
        return cls._class_peer.call(cls._class_handle, "__getitem__", (key,), {})


def peer_of(remote: Remote) -> Candidate:
    """Return the pipe through which ``remote`` is asked."""
    peer: Candidate = object.__getattribute__(remote, "_peer")
    return peer


def handle_of(remote: Remote) -> int:
    """Return the number by which the submission knows ``remote``."""
    handle: int = object.__getattribute__(remote, "_handle")
    return handle


_TRUTHFUL = (bool, int, float, str, bytes, list, tuple, dict, set, frozenset, type(None))
"""What ``in`` may be told, of which it only asks whether it is true."""


def _exactly(name: str, result: Any) -> Any:
    if name == "__contains__" and type(result) in _TRUTHFUL:
        return bool(result)
    wanted = _RESULT_TYPES.get(name)
    if wanted is None or type(result) is wanted:
        return result
    if not isinstance(result, wanted):
        raise TypeError(f"{name} returned {type(result).__name__}")
    return wanted(result)


def _forward(name: str) -> Callable[..., Any]:
    def method(self: Remote, *args: Any) -> Any:
        return _exactly(name, peer_of(self).operate(handle_of(self), name, args))

    method.__name__ = name
    return method


def _call(self: Remote, *args: Any, **kwargs: Any) -> Any:
    return peer_of(self).call(handle_of(self), "", args, kwargs)


def _exit(self: Remote, *args: Any) -> bool:
    """Leave a context. What a test raised, its own failed assertion above all, is not the submission's to suppress."""
    suppressed = bool(peer_of(self).operate(handle_of(self), "__exit__", args))
    return suppressed and (args[0] is None or peer_of(self).may("suppress"))


_SPECIAL = {name: _forward(name) for name in FORWARDED} | {"__call__": _call, "__exit__": _exit}


def _method(name: str) -> Callable[..., Any]:
    def method(self: Remote, *args: Any, **kwargs: Any) -> Any:
        _insist(self, name)
        return peer_of(self).call(handle_of(self), name, args, kwargs)

    method.__name__ = name
    return method


def _method_of_value(name: str, plain: Any) -> Callable[..., Any]:
    """Return the same for a value of a derived type, where the plain type may have the method, too."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        if self._peer.may(f".{name}"):
            return self._peer.call(self._handle, name, args, kwargs)
        if plain is None:
            raise AttributeError(name)
        return plain(self, *args, **kwargs)

    method.__name__ = name
    return method


def make_class(peer: Candidate, handle: int, described: tuple[Any, ...], parents: tuple[type, ...], known: tuple[type, ...]) -> type:
    """Return the mirror of a class of the submission: its bases, and what its objects may be asked.

    ``described`` holds name, special methods, methods, whether it defines ``__eq__``, and its documentation; ``known``
    the exception types that it derives from, if it is one.
    """
    name, special, methods, compares, doc = described
    label = name if type(name) is str and _NAME.match(name) else "Unnamed"
    names: dict[str, Any] = {"__module__": "solution", "__doc__": doc if type(doc) is str else None}
    if known:
        error: Any = _error_type(label, parents, known, names)
        error._class_handle = handle
        made_error: type = error
        return made_error
    names["__slots__"] = ()
    names |= {n: _method(n) for n in methods if type(n) is str and _NAME.match(n) and not n.startswith("_")}
    names |= {n: _SPECIAL[n] for n in special if n in _SPECIAL}
    names["__eq__"] = Remote.__eq__ if compares is True else _same
    names.setdefault("__hash__", Remote.__hash__)
    made = RemoteClass(label, parents or (Remote,), names)
    type.__setattr__(made, "_class_peer", peer)
    type.__setattr__(made, "_class_handle", handle)
    return made


def make_value_kind(mirror: type, base: type) -> Any:
    """Return the type of values that derive from the plain type ``base`` through the mirrored class.

    Comparing stays the plain type's business; what else the class defines is asked of it.
    """
    free = {n: m for n, m in vars(mirror).items() if n in FREE and m is not Remote.__hash__}
    own = free | {n: _method_of_value(n, getattr(base, n, None)) for n in vars(mirror) if not n.startswith("_")}
    names = {**own, "__module__": "solution", "_mirror": mirror, "__getattr__": _value_attribute}
    return type(mirror.__name__, (base,), names)


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


def view(name: str, items: Any) -> Any:
    """Return a read-only view as a view of a copy."""
    if name == "mappingproxy":
        return types.MappingProxyType(checked(items, dict))
    if name == "dict_keys":
        return dict.fromkeys(checked(items, tuple)).keys()
    if name == "dict_values":
        return dict(enumerate(checked(items, tuple))).values()
    return dict(checked(items, tuple)).items()
