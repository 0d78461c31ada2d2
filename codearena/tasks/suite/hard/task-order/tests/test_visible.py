import pytest
from solution import task_order


def test_chain():
    assert task_order(3, [(2, 0), (0, 1)]) == [2, 0, 1]
    assert task_order(3, [(0, 1), (1, 2)]) == [0, 1, 2]


def test_smallest_first():
    assert task_order(4, [(3, 0)]) == [1, 2, 3, 0]
    assert task_order(5, [(4, 1), (1, 0)]) == [2, 3, 4, 1, 0]


def test_circles():
    with pytest.raises(ValueError):
        task_order(2, [(0, 1), (1, 0)])
    with pytest.raises(ValueError):
        task_order(3, [(1, 1)])
    assert task_order(2, [(1, 0)]) == [1, 0]


def test_no_pairs():
    assert task_order(0, []) == []
    assert task_order(3, []) == [0, 1, 2]
    with pytest.raises(ValueError):
        task_order(1, [(0, 0)])
