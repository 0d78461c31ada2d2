"""Values survive the pipe unchanged; bytes that no honest side sends are refused, whatever they are."""

from __future__ import annotations

import datetime
import decimal
import fractions
import math
import pathlib
import uuid
from collections import Counter, OrderedDict, defaultdict, deque
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codearena.sandbox import codec
from codearena.sandbox.codec import Codec, Malformed
from codearena.sandbox.pipe import Peer


class End(Peer):
    def __init__(self, first_id: int) -> None:
        self.first_id = first_id
        super().__init__()


def carried(value: Any) -> Any:
    """Return ``value`` as the other side sees it."""
    chunks: list[bytes] = []
    Codec(End(1)).write(value, chunks.append)
    data = b"".join(chunks)
    result, end = Codec(End(2)).read(data)
    assert end == len(data)
    return result


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.complex_numbers(allow_nan=False)
    | st.text()
    | st.binary()
    | st.just(...)
)
hashable = st.recursive(scalars, lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=4), max_leaves=8)
values = st.recursive(
    hashable,
    lambda inner: (
        st.lists(inner, max_size=12)
        | st.dictionaries(hashable, inner, max_size=6)
        | st.sets(hashable, max_size=6)
        | st.lists(inner, max_size=6).map(deque)
        | st.lists(inner, max_size=4).map(tuple)
    ),
    max_leaves=20,
)


@given(values)
def test_a_plain_value_arrives_equal_and_of_the_same_type(value: Any) -> None:
    arrived = carried(value)
    assert arrived == value
    assert type(arrived) is type(value)


@pytest.mark.parametrize(
    "value",
    [
        decimal.Decimal("1.50"),
        fractions.Fraction(-7, 3),
        uuid.UUID(int=7),
        pathlib.PosixPath("/a/b"),
        datetime.datetime(2026, 1, 2, 3, 4, 5, 6),
        datetime.date(2026, 1, 2),
        datetime.time(3, 4),
        datetime.timedelta(days=-1, seconds=5, microseconds=7),
        range(3, 30, 4),
        bytearray(b"abc"),
        Counter("aab"),
        OrderedDict(b=1, a=2),
        deque([1, 2], maxlen=3),
        [2**70, -(2**70), True, False, 1.5],
        "lone \udc80 surrogate",
        list(range(100)),
        tuple(map(float, range(20))),
        ["a\0b"] * 9,
        [str(n) for n in range(20)],
    ],
    ids=repr,
)
def test_types_of_the_standard_library_arrive_equal(value: Any) -> None:
    arrived = carried(value)
    assert arrived == value
    assert type(arrived) is type(value)
    if isinstance(value, deque):
        assert arrived.maxlen == value.maxlen


def test_infinities_and_nan_arrive() -> None:
    arrived = carried([math.inf, -math.inf, math.nan])
    assert arrived[:2] == [math.inf, -math.inf]
    assert math.isnan(arrived[2])


def test_one_list_in_two_places_stays_one_list() -> None:
    shared = [1]
    arrived = carried((shared, {"again": shared}))
    assert arrived[0] is arrived[1]["again"]


def test_a_list_that_contains_itself_arrives() -> None:
    loop: list[Any] = [1]
    loop.append(loop)
    arrived = carried(loop)
    assert arrived[1] is arrived


def test_nesting_beyond_the_bound_is_refused_by_the_sender() -> None:
    deep: Any = 0
    for _ in range(codec.MAX_DEPTH + 2):
        deep = (deep,)
    with pytest.raises(Malformed, match="nested"):
        carried(deep)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_value_or_malformed(data: bytes) -> None:
    with suppress(Malformed):
        Codec(End(1)).read(data)


@given(values, st.data())
def test_a_damaged_message_is_a_value_or_malformed(value: Any, data: st.DataObject) -> None:
    chunks: list[bytes] = []
    Codec(End(1)).write(value, chunks.append)
    message = bytearray(b"".join(chunks))
    place = data.draw(st.integers(0, len(message) - 1))
    message[place] = data.draw(st.integers(0, 255))
    with suppress(Malformed):
        Codec(End(2)).read(bytes(message))


@pytest.mark.parametrize(
    "data",
    [
        b"l\x02\0\0\0\xff\xff\xff\xff",  # four thousand million items
        b"s\xff\xff\xff\xffab",
        b"I\xff\xff\xff\x7f\0",
        b"t\0\0\0\0\x01\0\0\0" * 1000,  # nested a thousand deep
        b"R\x63\0\0\0",  # a container never seen
        b"l\x01\0\0\0\0\0\0\0",  # an id of the other side
        b"X\x09s\0\0\0\0",
        b"X\x01s\x06\0\0\x001e9999",  # a fraction with an exponent
        b"hN",
        b"",
    ],
    ids=repr,
)
def test_hostile_messages_are_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        Codec(End(1)).read(data)


containers = st.lists(st.integers()) | st.sets(st.integers()) | st.dictionaries(st.integers(), st.integers()) | st.binary().map(bytearray)


@given(containers, st.data())
def test_a_copy_follows_a_change(value: Any, data: st.DataObject) -> None:
    copy = carried(value)
    before = codec.snapshot(value)
    assert not codec.changed(value, before)
    other = data.draw(containers.filter(lambda each: type(each) is type(value)))
    codec.assign(value, codec.content(other))
    assert value == other
    if codec.changed(value, before):
        codec.assign(copy, codec.content(value))
    assert copy == value
    assert type(copy) is type(value)


def test_an_order_of_keys_is_kept() -> None:
    value = {"a": 1, "b": 2}
    copy = carried(value)
    before = codec.snapshot(value)
    value["a"] = value.pop("a")
    assert codec.changed(value, before)
    codec.assign(copy, codec.content(value))
    assert list(copy) == ["b", "a"]


def test_a_counter_is_assigned_and_not_added_to() -> None:
    copy = Counter(a=3)
    codec.assign(copy, codec.content(Counter(a=1)))
    assert copy == Counter(a=1)


def test_a_default_factory_does_not_travel() -> None:
    arrived = carried(defaultdict(list, a=[1]))
    assert type(arrived) is defaultdict
    assert arrived.default_factory is None
    assert arrived == {"a": [1]}
