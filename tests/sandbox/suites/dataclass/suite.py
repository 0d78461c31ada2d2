import pytest, dataclasses
from solution import P, Cart


def test_eq():
    assert P(1, 2) == P(1, 2) and P(1, 2) != P(2, 1)


def test_repr():
    assert repr(P(1, 2)) == "P(x=1, y=2)"


def test_order():
    assert sorted([P(2, 1), P(1, 5)]) == [P(1, 5), P(2, 1)]


def test_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        P(1).x = 3


def test_hash():
    assert len({P(1, 2), P(1, 2)}) == 1


def test_dist():
    assert P(0, 0).dist(P(3, 4)) == 7


def test_cart():
    a, b = Cart(), Cart()
    a.add("x")
    assert a.items == ["x"] and b.items == []
