import pytest
from solution import V


def test_add():
    assert V(1, 2) + V(3, 4) == V(4, 6)


def test_mul():
    assert V(1, 2) * 3 == V(3, 6) and 2 * V(1, 1) == V(2, 2)


def test_abs():
    assert abs(V(3, 4)) == pytest.approx(5)


def test_idx():
    assert V(7, 8)[1] == 8 and list(V(1, 2)) == [1, 2] and len(V(1, 2, 3)) == 3


def test_neq():
    assert V(1) != V(2) and not (V(1) == (1,))


def test_misc():
    assert 3 in V(1, 3) and V(5)(0) == 5 and str(V(1, 2)) == "V(1, 2)"


def test_bad():
    with pytest.raises(TypeError):
        V(1) - V(2)
