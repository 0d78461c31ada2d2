from itertools import permutations

import pytest
from solution import merge_intervals


@pytest.fixture
def scattered():
    """Intervals that look shuffled, many of them inside others."""
    starts = [n * 61 % 400 for n in range(80)]
    return [(start, start + start * 7 % 9) for start in starts]


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([(0, 9), (2, 4), (10, 11)], [(0, 9), (10, 11)]),
        ([(1, 4), (4, 4), (6, 7)], [(1, 4), (6, 7)]),
        ([(1, 2), (2, 3), (3, 9), (5, 6), (10, 10)], [(1, 9), (10, 10)]),
    ],
)
def test_every_order(intervals, expected):
    for order in permutations(intervals):
        assert merge_intervals(list(order)) == expected
    assert merge_intervals(intervals[:1]) == intervals[:1]


def test_gap_of_one():
    assert merge_intervals([(1, 1), (2, 2), (3, 3)]) == [(1, 1), (2, 2), (3, 3)]
    assert merge_intervals([(4, 8), (1, 3), (0, 2)]) == [(0, 3), (4, 8)]


def test_long_interval_covers_many():
    inside = [(n, n + 1) for n in range(40, 0, -2)]
    assert merge_intervals([*inside, (0, 60)]) == [(0, 60)]
    assert merge_intervals([(0, 60), *inside, (61, 61)]) == [(0, 60), (61, 61)]


def test_same_start_or_end():
    assert merge_intervals([(1, 5), (1, 2), (1, 9), (1, 1)]) == [(1, 9)]
    assert merge_intervals([(1, 9), (8, 9), (3, 9), (9, 9)]) == [(1, 9)]
    assert merge_intervals([(2, 2), (2, 2), (1, 1)]) == [(1, 1), (2, 2)]


def test_negative_numbers():
    assert merge_intervals([(-5, -3), (-9, -1), (0, 2)]) == [(-9, -1), (0, 2)]
    assert merge_intervals([(0, 0), (-2, 0)]) == [(-2, 0)]


def test_result_holds_tuples():
    merged = merge_intervals([(7, 8), (2, 6), (3, 4)])
    assert merged == [(2, 6), (7, 8)]
    assert [type(interval) for interval in merged] == [tuple, tuple]
    assert merge_intervals([(7, 8), (2, 7), (3, 4)]) == [(2, 8)]


def test_input_is_left_alone(scattered):
    before = list(scattered)
    merged = merge_intervals(scattered)
    assert scattered == before
    assert merged[0] == (0, 0)
    assert merge_intervals(merged) == merged
    assert merge_intervals(before[1::-1]) == [(0, 0), (61, 65)]


def test_many_intervals(scattered):
    merged = merge_intervals(scattered)
    covered = {2 * n for a, b in scattered for n in range(a, b + 1)}
    covered |= {2 * n + 1 for a, b in scattered for n in range(a, b)}
    assert {n for a, b in merged for n in range(2 * a, 2 * b + 1)} == covered
    assert merge_intervals(scattered[:1]) == scattered[:1]
    assert all(a[1] < b[0] for a, b in zip(merged, merged[1:]))
    assert len(merged) == sum(n + 1 not in covered for n in covered)
