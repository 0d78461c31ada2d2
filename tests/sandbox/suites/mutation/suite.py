"""What functions do to what they are given."""

from collections import Counter, deque

import pytest

import solution


@pytest.fixture
def grid():
    return [[1, 2, 3], [4, 5, 6], [7, 8, 9]]


def test_rotate(grid):
    rows = list(grid)
    assert solution.rotate(grid) is None
    assert grid == [[7, 4, 1], [8, 5, 2], [9, 6, 3]]
    assert all(row is before for row, before in zip(grid, rows))


def test_rotate_four_times(grid):
    before = [row[:] for row in grid]
    for _ in range(4):
        solution.rotate(grid)
    assert grid == before


@pytest.mark.parametrize("values, kept", [([0, 1, 0, 3, 12], [1, 3, 12, 0, 0]), ([0], [0]), ([], []), ([1, 2], [1, 2])], ids=range(4))
def test_zeros_last(values, kept):
    alias = values
    solution.zeros_last(values)
    assert alias == kept


@pytest.mark.parametrize("values, count, start", [([1, 1, 2], 2, [1, 2]), ([0, 0, 1, 1, 1, 2, 2, 3, 3, 4], 5, [0, 1, 2, 3, 4]), ([], 0, [])], ids=range(3))
def test_distinct(values, count, start):
    assert solution.distinct(values) == count
    assert values[:count] == start


def test_update_nested():
    config = {"a": {"b": 1, "c": [1]}, "d": 0}
    inner = config["a"]
    result = solution.update(config, {"a": {"b": 2, "e": {}}, "f": None})
    assert result is config
    assert config == {"a": {"b": 2, "c": [1], "e": {}}, "d": 0, "f": None}
    assert inner is config["a"]
    assert inner["b"] == 2


def test_update_keeps_the_other():
    other = {"x": {"y": [1]}}
    config = {}
    solution.update(config, other)
    config["x"]["y"].append(2)
    assert other == {"x": {"y": [1]}}


def test_drain():
    queue = deque([1, 2, 3])
    assert solution.drain(queue, 2) == [1, 2]
    assert queue == deque([3])
    with pytest.raises(IndexError):
        solution.drain(queue, 2)
    assert not queue


def test_tally():
    counts = Counter("ab")
    solution.tally(counts, "bcc")
    assert counts == Counter(a=1, b=2, c=2)
    assert counts["zzz"] == 0


def test_drop():
    seen = {1, 2, 3, 4}
    assert solution.drop(seen, lambda n: n % 2) == 2
    assert seen == {2, 4}
    with pytest.raises(ZeroDivisionError):
        solution.drop(seen, lambda n: n / 0)
    assert seen == {2, 4}


def test_pad():
    data = bytearray(b"ab")
    solution.pad(data, 4)
    assert data == b"ab\x02\x02"
    assert len(data) == 4


def test_defaults_are_not_shared():
    assert solution.collect("a") == ["a"]
    assert solution.collect("b") == ["b"]
    mine = ["x"]
    assert solution.collect("c", mine) is mine
    assert mine == ["x", "c"]


def test_object_attributes():
    class Box:
        def __init__(self):
            self.items, self.label = [1], "old"

    box = Box()
    solution.relabel(box, "new")
    assert box.label == "new"
    assert box.items == [1, "new"]


def test_partial_failure():
    values = [1, 2, "x", 4]
    with pytest.raises(TypeError):
        solution.double(values)
    assert values == [2, 4, "x", 4]


def test_same_list_twice():
    row = [0]
    rows = [row, row]
    solution.bump(rows)
    assert rows == [[2], [2]]
    assert row == [2]


def test_self_reference():
    loop = [1]
    loop.append(loop)
    assert solution.depth(loop) == -1
    assert solution.depth([1, [2, [3]]]) == 3


def test_result_shares():
    parts = [[1], [2]]
    joined = solution.outer(parts)
    joined[0].append(9)
    assert parts == [[1, 9], [2]]
    joined.append([3])
    assert len(parts) == 2


def test_swap():
    a, b = [1], [2, 3]
    solution.swap(a, b)
    assert (a, b) == ([2, 3], [1])


def test_order_of_keys():
    prices = {"b": 2, "a": 1}
    solution.raise_all(prices, 10)
    assert list(prices.items()) == [("b", 12), ("a", 11)]


def test_keys_while_iterating():
    ages = {"a": 1, "b": None, "c": None}
    solution.compact(ages)
    assert ages == {"a": 1}


def test_keeps_hold():
    box = []
    keeper = solution.Keeper(box)
    box.append(1)
    assert keeper.count() == 1
    keeper.put(2)
    assert box == [1, 2]
