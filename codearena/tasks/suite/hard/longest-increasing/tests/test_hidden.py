from itertools import combinations

import pytest
from solution import longest_increasing


@pytest.fixture
def waves():
    """Numbers between 0 and 46 that look shuffled; some come twice."""
    return [(n * 29 + n * n * 3) % 47 for n in range(140)]


def every_choice(numbers):
    """Return the answer, found by trying all subsequences."""
    for size in range(len(numbers), 0, -1):
        for chosen in combinations(numbers, size):
            if all(a < b for a, b in zip(chosen, chosen[1:])):
                return size
    return 0


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], 6),
        ([5, 5, 6, 6, 7, 7, 1], 3),
        ([2, 6, 3, 4, 1, 2, 9, 5, 8, 8], 5),
    ],
)
def test_known_lists(numbers, expected):
    assert longest_increasing(numbers) == expected
    assert longest_increasing([*numbers, 99, 99]) == expected + 1
    assert longest_increasing([-1, -1, *numbers]) == expected + 1


def test_against_every_choice(waves):
    for start in range(0, 60, 9):
        part = waves[start : start + 10]
        assert longest_increasing(part) == every_choice(part)
        twice = [number for number in part[:5] for _ in range(2)]
        assert longest_increasing(twice) == every_choice(part[:5])


def test_sorted_lists():
    assert longest_increasing(list(range(50))) == 50
    assert longest_increasing(list(range(50, 0, -1))) == 1
    assert longest_increasing([n // 3 for n in range(60)]) == 20
    assert longest_increasing([4] * 60) == 1


def test_a_late_start_can_win():
    assert longest_increasing([50, 51, 1, 2, 3]) == 3
    assert longest_increasing([1, 50, 51, 2, 3, 4]) == 4
    assert longest_increasing([8, 8, 9, 1, 1, 2, 5, 3, 4, 4]) == 4


def test_saw():
    teeth = [10 * tooth + n for tooth in range(6) for n in (0, 7, 3)]
    assert longest_increasing(teeth) == 12
    assert longest_increasing(teeth[::-1]) == 2
    assert longest_increasing([n % 5 for n in range(40)]) == 5
    assert longest_increasing([n // 4 % 5 for n in range(40)]) == 5


def test_negative_and_large_numbers():
    assert longest_increasing([-3, -5, -4, -4, 0, 10**20, 10**19, 10**20]) == 5
    assert longest_increasing([-1, -1, -2]) == 1
    assert longest_increasing([0, -(10**20), 0, 0]) == 2


def test_moderate_length(waves):
    assert longest_increasing(waves) == 15
    assert longest_increasing(sorted(waves)) == len(set(waves))
    assert longest_increasing([-n for n in waves[::-1]]) == longest_increasing(waves)


def test_list_is_left_alone(waves):
    before = list(waves)
    assert longest_increasing(waves[:5]) == every_choice(before[:5])
    assert longest_increasing(waves + waves[-1:]) == longest_increasing(before)
    assert longest_increasing([1, 1, 2, 2]) == 2
    assert waves == before
