import pytest
from solution import binary_search


class TestEqualValues:
    def test_all_equal(self):
        assert binary_search([7] * 9, 7) == 0
        assert binary_search([7] * 9, 8) == -1

    def test_at_the_end(self):
        assert binary_search([1, 2, 3, 3, 3, 3], 3) == 2
        assert binary_search([1, 2, 3, 3, 3, 3], 1) == 0

    def test_at_the_start(self):
        assert binary_search([5, 5, 5, 5, 6, 9], 5) == 0
        assert binary_search([5, 5, 5, 5, 6, 9], 9) == 5

    def test_pairs(self):
        items = [0, 0, 10, 10, 20, 20, 30, 30]
        assert [binary_search(items, n) for n in (0, 10, 20, 30)] == [0, 2, 4, 6]
        assert binary_search(items, 15) == -1


@pytest.mark.parametrize("size", [2, 3, 16, 17])
def test_every_position(size):
    items = list(range(0, 2 * size, 2))
    assert [binary_search(items, item) for item in items] == list(range(size))
    assert [binary_search(items, item + 1) for item in items] == [-1] * size


def test_outside_the_range():
    items = [10, 20, 30, 40]
    assert binary_search(items, 5) == -1
    assert binary_search(items, 45) == -1
    assert binary_search(items, 40) == 3


def test_strings():
    words = ["ant", "bee", "cat", "cat", "cat", "dog"]
    assert binary_search(words, "cat") == 2
    assert binary_search(words, "dog") == 5
    assert binary_search(words, "cow") == -1
    assert binary_search([], "cow") == -1


def test_negative_numbers_and_decimals():
    items = [-9, -4, -4, -0.5, 2.25, 2.25, 8]
    assert binary_search(items, -4) == 1
    assert binary_search(items, 2.25) == 4
    assert binary_search(items, 2.5) == -1


def test_long_list_is_left_alone():
    items = [n // 3 for n in range(3000)]
    assert binary_search(items, 999) == 2997
    assert binary_search(items, 500) == 1500
    assert binary_search(items, 1000) == -1
    assert items == [n // 3 for n in range(3000)]
