import pytest
from solution import window_maximum


def test_windows_of_three():
    assert window_maximum([1, 3, -1, -3, 5, 3, 6, 7], 3) == [3, 3, 5, 5, 6, 7]
    assert window_maximum([4, 2], 3) == []


def test_old_numbers_are_forgotten():
    assert window_maximum([9, 8, 7, 6], 2) == [9, 8, 7]
    assert window_maximum([5, 1, 1, 2], 2) == [5, 1, 2]


def test_smallest_and_largest_size():
    assert window_maximum([4, 2], 1) == [4, 2]
    assert window_maximum([4, 2], 2) == [4]


def test_size_below_one():
    for size in (0, -1):
        with pytest.raises(ValueError):
            window_maximum([4, 2], size)
    assert window_maximum([-4, -2, -6], 2) == [-2, -2]
