"""Plain values as bytes, for the pipe between tests and submission.

Only exact built-in types and a few of the standard library travel by value. Everything else is handed to `Handles`,
which decides what stands for it. Decoding is bounded in size and depth, and never imports, unpickles or calls what
the bytes name. A container that can change carries an id, so that both sides can keep their copies equal.
"""

from __future__ import annotations

import array
import datetime
import decimal
import fractions
import pathlib
import struct
import uuid
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from operator import is_
from typing import Any, Protocol

MAX_FRAME = 16 << 20
"""Largest message, in bytes."""
MAX_DEPTH = 200
"""Deepest nesting of containers."""

_INT, _FLOAT, _LENGTH, _ID_LENGTH = struct.Struct("<q"), struct.Struct("<d"), struct.Struct("<I"), struct.Struct("<II")
_COMPLEX = struct.Struct("<dd")
_INT_MIN, _INT_MAX = -(1 << 63), (1 << 63) - 1

Write = Callable[[bytes], object]


class Malformed(ValueError):
    """Bytes that no honest side sends, or a value that cannot be sent."""


def checked(value: Any, kind: type) -> Any:
    """Return ``value``, which must be exactly of ``kind``: a range in its place would be short to send and endless to use."""
    if type(value) is not kind:
        raise Malformed(f"{type(value).__name__} instead of {kind.__name__}")
    return value


class Handles(Protocol):
    """What a codec asks of its side of the pipe."""

    def share(self, value: Any) -> tuple[int, bool]:
        """Return the id of a mutable container, and whether the other side has yet to see it."""

    def adopt(self, number: int, value: Any) -> None:
        """Enter a container that arrived under ``number``; raises `Malformed` when the number is taken."""

    def shared(self, number: int) -> Any:
        """Return the container known as ``number``; raises `Malformed` when there is none."""

    def describe(self, value: Any) -> tuple[Any, ...]:
        """Return the plain description that stands for a value that cannot travel."""

    def resolve(self, description: tuple[Any, ...]) -> Any:
        """Return what a description from the other side stands for."""


def _fraction(text: str) -> fractions.Fraction:
    numerator, _, denominator = text.partition("/")  # Fraction's own parser also takes exponents, which can be huge
    return fractions.Fraction(int(numerator), int(denominator or "1"))


_BY_TEXT: tuple[tuple[type, Callable[[Any], str], Callable[[str], Any]], ...] = (
    (decimal.Decimal, str, decimal.Decimal),
    (fractions.Fraction, str, _fraction),
    (uuid.UUID, str, uuid.UUID),
    (pathlib.PosixPath, str, pathlib.PosixPath),
    (datetime.datetime, datetime.datetime.isoformat, datetime.datetime.fromisoformat),
    (datetime.date, datetime.date.isoformat, datetime.date.fromisoformat),
    (datetime.time, datetime.time.isoformat, datetime.time.fromisoformat),
    (
        datetime.timedelta,
        lambda t: f"{t.days},{t.seconds},{t.microseconds}",
        lambda s: datetime.timedelta(*map(int, s.split(","))),
    ),
)
_TEXT_INDEX = {kind: (number, write) for number, (kind, write, _) in enumerate(_BY_TEXT)}

MAPPINGS: tuple[type, ...] = (dict, defaultdict, OrderedDict, Counter)
MUTABLE = frozenset((list, set, bytearray, deque, *MAPPINGS))
"""Types whose values both sides keep equal."""


class Codec:
    """Turns values into bytes and back for one end of a pipe."""

    def __init__(self, handles: Handles) -> None:
        self._handles = handles
        self._writers: dict[type, Callable[[Any, Write, int], object]] = {
            int: self._write_int,
            str: self._write_str,
            float: lambda v, w, d: w(b"d" + _FLOAT.pack(v)),
            bool: lambda v, w, d: w(b"T" if v else b"F"),
            type(None): lambda v, w, d: w(b"N"),
            type(...): lambda v, w, d: w(b"E"),
            bytes: lambda v, w, d: w(b"b" + _LENGTH.pack(len(v)) + v),
            complex: lambda v, w, d: w(b"c" + _COMPLEX.pack(v.real, v.imag)),
            tuple: lambda v, w, d: self._write_sequence(b"t", 0, v, w, d),
            frozenset: lambda v, w, d: self._write_sequence(b"z", 0, list(v), w, d),
            range: self._write_range,
            **dict.fromkeys(MUTABLE, self._write_shared),
            **dict.fromkeys(_TEXT_INDEX, self._write_text),
        }
        self._readers = {
            ord("i"): lambda b, p, d: (_INT.unpack_from(b, p)[0], p + 8),
            ord("d"): lambda b, p, d: (_FLOAT.unpack_from(b, p)[0], p + 8),
            ord("c"): lambda b, p, d: (complex(*_COMPLEX.unpack_from(b, p)), p + 16),
            ord("N"): lambda b, p, d: (None, p),
            ord("T"): lambda b, p, d: (True, p),
            ord("F"): lambda b, p, d: (False, p),
            ord("E"): lambda b, p, d: (..., p),
            ord("s"): self._read_str,
            ord("b"): self._read_bytes,
            ord("I"): self._read_long,
            ord("t"): lambda b, p, d: self._read_frozen(tuple, b, p, d),
            ord("z"): lambda b, p, d: self._read_frozen(frozenset, b, p, d),
            ord("l"): self._read_list,
            ord("S"): self._read_set,
            ord("A"): self._read_bytearray,
            ord("q"): self._read_deque,
            ord("M"): self._read_mapping,
            ord("a"): self._read_array,
            ord("g"): self._read_range,
            ord("X"): self._read_text,
            ord("R"): lambda b, p, d: (self._handles.shared(_LENGTH.unpack_from(b, p)[0]), p + 4),
            ord("h"): self._read_handle,
        }

    # ------------------------------------------------------------------------------------------------ writing

    def write(self, value: Any, w: Write, depth: int = 0) -> None:
        """Hand the bytes of ``value`` to ``w``; raises `Malformed` when it is nested too deep."""
        if depth > MAX_DEPTH:
            raise Malformed(f"nested deeper than {MAX_DEPTH}")
        writer = self._writers.get(type(value))
        if writer is not None:
            writer(value, w, depth)
        else:
            w(b"h")
            self._write_sequence(b"t", 0, self._handles.describe(value), w, depth)

    def _write_int(self, value: int, w: Write, depth: int) -> None:
        if _INT_MIN <= value <= _INT_MAX:
            w(b"i" + _INT.pack(value))
        else:
            raw = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
            w(b"I" + _LENGTH.pack(len(raw)) + raw)

    def _write_str(self, value: str, w: Write, depth: int) -> None:
        raw = value.encode("utf-8", "surrogatepass")
        w(b"s" + _LENGTH.pack(len(raw)) + raw)

    def _write_text(self, value: Any, w: Write, depth: int) -> None:
        number, write = _TEXT_INDEX[type(value)]
        w(b"X" + bytes((number,)))
        self._write_str(write(value), w, depth)

    def _write_range(self, value: range, w: Write, depth: int) -> None:
        w(b"g")
        self._write_sequence(b"t", 0, (value.start, value.stop, value.step), w, depth)

    def _write_shared(self, value: Any, w: Write, depth: int) -> None:
        number, new = self._handles.share(value)
        if not new:
            w(b"R" + _LENGTH.pack(number))
            return
        kind = type(value)
        if kind is list:
            self._write_sequence(b"l", number, value, w, depth)
        elif kind is set:
            self._write_sequence(b"S", number, list(value), w, depth)
        elif kind is bytearray:
            w(b"A" + _ID_LENGTH.pack(number, len(value)) + bytes(value))
        elif kind is deque:
            w(b"q" + _ID_LENGTH.pack(number, 0))
            self.write(value.maxlen, w, depth)
            self._write_sequence(b"t", 0, list(value), w, depth)
        else:
            w(b"M" + bytes((MAPPINGS.index(kind),)) + _ID_LENGTH.pack(number, len(value)))
            for key, each in value.items():
                self.write(key, w, depth + 1)
                self.write(each, w, depth + 1)

    def _write_sequence(self, tag: bytes, number: int, value: Any, w: Write, depth: int) -> None:
        length = len(value)
        if length > 8 and (packed := _pack(value)) is not None:
            element, raw = packed
            w(b"a" + tag + element + _ID_LENGTH.pack(number, len(raw)) + raw)
            return
        w(tag + _ID_LENGTH.pack(number, length))
        for each in value:
            self.write(each, w, depth + 1)

    # ------------------------------------------------------------------------------------------------ reading

    def read(self, data: bytes, at: int = 0) -> tuple[Any, int]:
        """Return the value that starts at ``at`` and the place behind it; raises `Malformed` for anything odd."""
        try:
            return self._read(data, at, 0)
        except (struct.error, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise Malformed(f"{type(error).__name__}: {error}") from None

    def _read(self, data: bytes, at: int, depth: int) -> tuple[Any, int]:
        if depth > MAX_DEPTH + 2:
            raise Malformed(f"nested deeper than {MAX_DEPTH}")
        return self._readers[data[at]](data, at + 1, depth)

    @staticmethod
    def _raw(data: bytes, at: int, length: int) -> tuple[bytes, int]:
        end = at + length
        if end > len(data):
            raise Malformed("a length points past the end")
        return data[at:end], end

    def _read_str(self, data: bytes, at: int, depth: int) -> tuple[str, int]:
        raw, at = self._raw(data, at + 4, _LENGTH.unpack_from(data, at)[0])
        return str(raw, "utf-8", "surrogatepass"), at

    def _read_bytes(self, data: bytes, at: int, depth: int) -> tuple[bytes, int]:
        return self._raw(data, at + 4, _LENGTH.unpack_from(data, at)[0])

    def _read_long(self, data: bytes, at: int, depth: int) -> tuple[int, int]:
        raw, at = self._raw(data, at + 4, _LENGTH.unpack_from(data, at)[0])
        return int.from_bytes(raw, "little", signed=True), at

    def _items(self, data: bytes, at: int, count: int, depth: int) -> tuple[list[Any], int]:
        if count > len(data) - at:  # each item takes a byte at least
            raise Malformed("a count points past the end")
        items = []
        for _ in range(count):
            item, at = self._read(data, at, depth + 1)
            items.append(item)
        return items, at

    def _read_frozen(self, kind: type, data: bytes, at: int, depth: int) -> tuple[Any, int]:
        _, count = _ID_LENGTH.unpack_from(data, at)
        items, at = self._items(data, at + 8, count, depth)
        return kind(items), at

    def _read_list(self, data: bytes, at: int, depth: int) -> tuple[list[Any], int]:
        number, count = _ID_LENGTH.unpack_from(data, at)
        made: list[Any] = []
        self._handles.adopt(number, made)  # before its items, which may contain it
        items, at = self._items(data, at + 8, count, depth)
        made.extend(items)
        return made, at

    def _read_set(self, data: bytes, at: int, depth: int) -> tuple[set[Any], int]:
        number, count = _ID_LENGTH.unpack_from(data, at)
        items, at = self._items(data, at + 8, count, depth)
        made = set(items)
        self._handles.adopt(number, made)
        return made, at

    def _read_bytearray(self, data: bytes, at: int, depth: int) -> tuple[bytearray, int]:
        number, length = _ID_LENGTH.unpack_from(data, at)
        raw, at = self._raw(data, at + 8, length)
        made = bytearray(raw)
        self._handles.adopt(number, made)
        return made, at

    def _read_deque(self, data: bytes, at: int, depth: int) -> tuple[deque[Any], int]:
        number, _ = _ID_LENGTH.unpack_from(data, at)
        bound, at = self._read(data, at + 8, depth)
        made: deque[Any] = deque(maxlen=bound)
        self._handles.adopt(number, made)
        items, at = self._read(data, at, depth)
        made.extend(items)
        return made, at

    def _read_mapping(self, data: bytes, at: int, depth: int) -> tuple[Any, int]:
        made = MAPPINGS[data[at]]()
        number, count = _ID_LENGTH.unpack_from(data, at + 1)
        self._handles.adopt(number, made)
        items, at = self._items(data, at + 9, 2 * count, depth)
        for key, value in zip(items[::2], items[1::2], strict=True):
            made[key] = value
        return made, at

    def _read_array(self, data: bytes, at: int, depth: int) -> tuple[Any, int]:
        tag, element = data[at], data[at + 1 : at + 2]
        number, length = _ID_LENGTH.unpack_from(data, at + 2)
        raw, at = self._raw(data, at + 10, length)
        items = _unpack(element, raw)
        if tag == ord("t"):
            return tuple(items), at
        if tag == ord("z"):
            return frozenset(items), at
        made: Any = items if tag == ord("l") else set(items)
        self._handles.adopt(number, made)
        return made, at

    def _read_range(self, data: bytes, at: int, depth: int) -> tuple[range, int]:
        parts, at = self._read(data, at, depth + 1)
        return range(*parts), at

    def _read_text(self, data: bytes, at: int, depth: int) -> tuple[Any, int]:
        text, end = self._read(data, at + 1, depth)
        return _BY_TEXT[data[at]][2](text), end

    def _read_handle(self, data: bytes, at: int, depth: int) -> tuple[Any, int]:
        description, at = self._read(data, at, depth + 1)
        if type(description) is not tuple:
            raise Malformed("a handle without a description")
        return self._handles.resolve(description), at


def _pack(value: Any) -> tuple[bytes, bytes] | None:
    """Return a sequence of equal simple types as one block of memory, many times faster than item by item."""
    kinds = set(map(type, value))
    if kinds == {int}:
        try:
            return b"q", array.array("q", value).tobytes()
        except OverflowError:
            return None
    if kinds == {float}:
        return b"d", array.array("d", value).tobytes()
    if kinds == {str}:
        joined = "\0".join(value)
        if joined.count("\0") == len(value) - 1:
            return b"s", joined.encode("utf-8", "surrogatepass")
    return None


def _unpack(element: bytes, raw: bytes) -> list[Any]:
    if element == b"s":
        return str(raw, "utf-8", "surrogatepass").split("\0")
    if element not in (b"q", b"d"):
        raise Malformed("an array of unknown elements")
    block = array.array(element.decode())
    block.frombytes(raw)
    return block.tolist()


# ---------------------------------------------------------------------------------------------- keeping copies equal


def kind_of(value: Any) -> type:
    """Return the exact mutable type of a container, or the one that its own type derives from."""
    kind = type(value)
    return kind if kind in MUTABLE else next(base for base in kind.__mro__ if base in MUTABLE)


def snapshot(value: Any) -> Any:
    """Return what `changed` needs to see whether a shared container was altered; shallow."""
    kind = kind_of(value)
    if issubclass(kind, dict):
        return list(dict.items(value))
    base: Any = kind
    return bytes(value) if kind is bytearray else list(base.__iter__(value))


def changed(value: Any, before: Any) -> bool:
    """Return whether ``value`` holds other objects, or in another order, than when ``before`` was taken."""
    now = snapshot(value)
    if len(now) != len(before):
        return True
    kind = kind_of(value)
    if kind is bytearray:
        return bool(now != before)
    if issubclass(kind, dict):
        return not all(k is a and v is b for (k, v), (a, b) in zip(now, before, strict=True))
    return not all(map(is_, now, before))


def content(value: Any) -> Any:
    """Return the content of a shared container as a value that can be sent to `assign`."""
    now = snapshot(value)
    return now if type(now) is bytes else tuple(now)


def assign(value: Any, new: Any) -> None:
    """Give a shared container the content that `content` made of the other side's copy."""
    kind: Any = kind_of(value)
    checked(new, bytes if kind is bytearray else tuple)
    if kind is list or kind is bytearray:
        kind.__setitem__(value, slice(None), new)
        return
    kind.clear(value)
    if kind is deque:
        deque.extend(value, new)
    elif kind is set:
        set.update(value, new)
    else:
        for key, each in tuple(new):  # not update(): a Counter's adds
            dict.__setitem__(value, key, each)


class Parcels:
    """Plain values as bytes that stand alone: no handles, and nothing that both sides keep equal."""

    def __init__(self) -> None:
        self._codec = Codec(self)
        self._numbers: dict[int, int] = {}
        self._values: dict[int, Any] = {}

    def pack(self, value: Any) -> bytes:
        """Return the bytes of ``value``; raises `Malformed` when it is not plain."""
        self._numbers.clear()
        chunks: list[bytes] = []
        self._codec.write(value, chunks.append)
        return b"".join(chunks)

    def packed(self) -> frozenset[int]:
        """Return the ``id`` of every mutable container in what was packed last."""
        return frozenset(self._numbers)

    def unpack(self, data: bytes) -> Any:
        """Return the value that `pack` made ``data`` of; raises `Malformed`."""
        self._values.clear()
        return self._codec.read(data)[0]

    def share(self, value: Any) -> tuple[int, bool]:
        """Return the number of a container in this parcel, and whether it is new there."""
        known = self._numbers.get(id(value))
        if known is not None:
            return known, False
        self._numbers[id(value)] = number = len(self._numbers) + 1
        return number, True

    def adopt(self, number: int, value: Any) -> None:
        """Enter a container that arrived under ``number``."""
        if number in self._values:
            raise Malformed("a container id is taken")
        self._values[number] = value

    def shared(self, number: int) -> Any:
        """Return the container known as ``number``."""
        return self._values[number]

    def describe(self, value: Any) -> tuple[Any, ...]:
        """Refuse what is not plain."""
        raise Malformed(f"{type(value).__name__} is not plain")

    def resolve(self, description: tuple[Any, ...]) -> Any:
        """Refuse what is not plain."""
        raise Malformed("an unexpected handle")
