"""Half-open intervals; the doc strings say what each test wants."""

import math

import pytest

from solution import EMPTY, Interval, IntervalSet

approx = pytest.approx


class TestInterval:
    @pytest.mark.parametrize("low, high, length", [(0, 1, 1), (-2, 2, 4), (0.1, 0.3, 0.2), (5, 5, 0), (-math.inf, 0, math.inf)])
    def test_length(self, low, high, length):
        """How long it is."""
        assert Interval(low, high).length == approx(length)

    def test_wrong_way(self):
        with pytest.raises(ValueError, match=r"\[3, 1\)"):
            Interval(3, 1)

    @pytest.mark.parametrize("x, inside", [(0, True), (0.999, True), (1, False), (-1e-9, False)])
    def test_contains(self, x, inside):
        assert (x in Interval(0, 1)) is inside

    def test_and(self):
        assert Interval(0, 5) & Interval(3, 9) == Interval(3, 5)
        assert Interval(0, 1) & Interval(1, 2) is EMPTY
        assert not EMPTY

    def test_or(self):
        assert Interval(0, 5) | Interval(3, 9) == Interval(0, 9)
        with pytest.raises(ValueError):
            Interval(0, 1) | Interval(5, 6)

    def test_moved(self):
        interval = Interval(0, 1)
        assert interval + 3 == Interval(3, 4)
        assert interval - 1 == Interval(-1, 0)
        assert interval * 2 == Interval(0, 2)
        assert interval == Interval(0, 1)

    def test_order(self):
        assert Interval(0, 5) < Interval(1, 2)
        assert sorted([Interval(2, 3), Interval(0, 9), Interval(0, 1)])[0] == Interval(0, 1)

    def test_immutable(self):
        with pytest.raises((AttributeError, TypeError)):
            Interval(0, 1).low = 4

    def test_hash(self):
        assert {Interval(0, 1): "a"}[Interval(0, 1)] == "a"
        assert hash(Interval(0, 1)) == hash(Interval(0.0, 1.0))

    def test_repr(self):
        assert repr(Interval(0, 1)) == "[0, 1)"
        assert str([Interval(0, 1)]) == "[[0, 1)]"

    def test_unpack(self):
        low, high = Interval(4, 6)
        assert (low, high) == (4, 6)
        assert tuple(Interval(4, 6)) == (4, 6)

    def test_parse(self):
        assert Interval.parse("[1.5, 2)") == Interval(1.5, 2)
        with pytest.raises(ValueError) as caught:
            Interval.parse("1..2")
        assert "1..2" in str(caught.value)


class TestSet:
    @pytest.fixture
    def some(self):
        some = IntervalSet()
        some.add(0, 2)
        some.add(5, 7)
        return some

    def test_count(self, some):
        assert len(some) == 2

    def test_add_touching(self, some):
        some.add(2, 5)
        assert list(some) == [Interval(0, 7)]

    def test_add_over(self, some):
        some.add(-1, 1).add(6, 8)
        assert [tuple(each) for each in some] == [(-1, 2), (5, 8)]

    def test_total(self, some):
        assert some.total() == 4
        some.add(0.1, 2.2)
        assert some.total() == approx(4.2, abs=1e-9)

    def test_item(self, some):
        assert some[0] == Interval(0, 2)
        assert some[-1].high == 7
        with pytest.raises(IndexError):
            some[2]

    @pytest.mark.parametrize("x", [0, 1.5, 5, 6.99])
    def test_inside(self, some, x):
        assert x in some

    @pytest.mark.parametrize("x", [-1, 2, 4, 7])
    def test_outside(self, some, x):
        assert x not in some

    def test_gaps(self, some):
        assert some.gaps() == [Interval(2, 5)]
        assert IntervalSet().gaps() == []

    def test_remove(self, some):
        some.remove(1, 6)
        assert [tuple(each) for each in some] == [(0, 1), (6, 7)]

    def test_equal(self, some):
        other = IntervalSet()
        other.add(5, 7)
        assert other != some
        other.add(0, 2)
        assert other == some

    def test_many(self):
        many = IntervalSet()
        for i in range(300):
            many.add(2 * i, 2 * i + 1)
        assert len(many) == 300
        many.add(0, 600)
        assert len(many) == 1
