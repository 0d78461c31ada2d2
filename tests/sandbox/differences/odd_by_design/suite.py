"""Objects whose special methods may misbehave."""

import pytest

import solution
from solution import Bag, Span


@pytest.fixture
def bag():
    return Bag("aab")


def test_len(bag):
    assert len(bag) == 3


def test_bool(bag):
    assert bool(bag) is True
    assert not Bag("")


def test_contains(bag):
    assert "a" in bag
    assert "z" not in bag


def test_iter(bag):
    assert sorted(bag) == ["a", "a", "b"]


def test_iter_twice(bag):
    assert list(bag) == list(bag)


def test_next_is_not_there(bag):
    with pytest.raises(TypeError):
        next(bag)


def test_repr(bag):
    assert repr(bag) == "Bag('aab')"


def test_str(bag):
    assert str(bag) == "{a: 2, b: 1}"
    assert f"{bag}" == "{a: 2, b: 1}"


def test_format(bag):
    assert f"{bag:>15}" == "   {a: 2, b: 1}"


def test_equal(bag):
    assert bag == Bag("aba")
    assert bag != Bag("ab")


def test_equal_other(bag):
    assert bag != "aab"
    assert not bag == ["a", "a", "b"]
    assert bag != None  # noqa: E711


def test_hash(bag):
    assert hash(bag) == hash(Bag("baa"))
    assert len({bag, Bag("baa"), Bag("b")}) == 2


def test_item(bag):
    assert bag["a"] == 2
    assert bag["z"] == 0


def test_set_item(bag):
    bag["z"] = 2
    assert len(bag) == 5
    del bag["z"]
    assert len(bag) == 3


def test_sum(bag):
    assert len(bag + Bag("c")) == 4
    assert type(bag + Bag("c")) is Bag


def test_sum_with_other(bag):
    with pytest.raises(TypeError, match="unsupported operand"):
        bag + 3


def test_iadd(bag):
    before = bag
    bag += Bag("cc")
    assert bag is before
    assert bag["c"] == 2


def test_call(bag):
    assert bag("a", "b") == [2, 1]
    assert bag() == []


@pytest.mark.parametrize("key, expected", [(0, "a"), (-1, "e"), (4, "e"), (-5, "a")])
def test_span(key, expected):
    assert str(Span("abcde")[key]) == expected


@pytest.mark.parametrize("key", [5, -6, 100])
def test_span_outside(key):
    with pytest.raises(IndexError):
        Span("abcde")[key]


@pytest.mark.parametrize("key", ["a", None, 1.5])
def test_span_wrong_key(key):
    with pytest.raises(TypeError):
        Span("abcde")[key]


def test_span_order():
    spans = [Span("b"), Span("a"), Span("ab")]
    assert [str(span) for span in sorted(spans)] == ["a", "ab", "b"]
    assert str(max(spans)) == "b"


def test_span_numbers():
    span = Span("abcde")
    assert int(span) == 5
    assert float(span) == 5.0
    assert list(range(3))[Span("a")] == 1
    assert bytes(span) == b"abcde"


def test_span_reversed():
    assert "".join(reversed(Span("abc"))) == "cba"


def test_made():
    assert isinstance(solution.make("bag", "x"), Bag)
    assert isinstance(solution.make("span", "x"), Span)
    with pytest.raises(KeyError):
        solution.make("box", "x")
