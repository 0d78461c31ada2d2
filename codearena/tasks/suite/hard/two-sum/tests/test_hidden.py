import pytest
from solution import two_sum


@pytest.fixture
def even():
    """Even numbers that look shuffled, some of them equal."""
    return [(n * 97 + n * n * 31) % 499 * 2 for n in range(150)]


def every_pair(numbers, target):
    """Return all pairs of places, those that are complete first in front."""
    return [
        (i, j)
        for j in range(len(numbers))
        for i in range(j)
        if numbers[i] + numbers[j] == target
    ]


@pytest.mark.parametrize(
    ("numbers", "target", "expected"),
    [
        ([0, 1, 2, 3, 4, 5], 5, (2, 3)),
        ([10, 4, 3, -3, 0], 7, (1, 2)),
        ([6, 6, 1, 6, 11], 12, (0, 1)),
    ],
)
def test_smallest_end(numbers, target, expected):
    assert two_sum(numbers, target) == expected
    assert two_sum(numbers[: expected[1]], target) is None


def test_smallest_start_of_equal_numbers():
    assert two_sum([3, 3, 3, 7], 10) == (0, 3)
    assert two_sum([1, 3, 3, 7, 9, 7], 10) == (1, 3)
    assert two_sum([3, 7, 7], 10) == (0, 1)


def test_a_number_is_not_used_twice():
    assert two_sum([5, 1, 9], 10) == (1, 2)
    assert two_sum([1, 5, 2, 8], 10) == (2, 3)
    assert two_sum([5], 10) is None
    assert two_sum([0, 1, 0, 0], 0) == (0, 2)


def test_negative_numbers():
    assert two_sum([-5, 4, 6, 5, -4], 0) == (0, 3)
    assert two_sum([-1, -2, -3, -4, -5], -8) == (2, 4)
    assert two_sum([-4, -4], -8) == (0, 1)
    assert two_sum([-4, 4, 8], -8) is None


def test_large_numbers():
    big = 10**18
    assert two_sum([big, 1, -1, -big], 0) == (1, 2)
    assert two_sum([big, -big, 2 * big], 3 * big) == (0, 2)
    assert two_sum([big, 2], 2 * big) is None


def test_against_every_pair(even):
    for target in range(4, 1996, 249):
        pairs = every_pair(even, target)
        assert two_sum(even, target) == (pairs[0] if pairs else None)
    assert two_sum(even, 996) == every_pair(even, 996)[0]


def test_list_is_left_alone(even):
    before = list(even)
    assert two_sum(even, 777) is None
    assert two_sum(even, even[0] + even[1]) == (0, 1)
    assert even == before


def test_pair_at_the_end(even):
    assert two_sum([*even, 1001, 2002], 3003) == (150, 151)
    assert two_sum([*even, 1001, 1001], 2002) == (150, 151)
    assert two_sum([1001, *even, 2002], 3003) == (0, 151)
    assert two_sum([*even, 1001], 2002) is None
