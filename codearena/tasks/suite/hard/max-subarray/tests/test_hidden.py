import pytest
from solution import max_subarray


@pytest.fixture
def waves():
    """Numbers between -50 and 50 that look shuffled and never change."""
    return [(n * 37 + n * n * 11) % 101 - 50 for n in range(90)]


def every_run(numbers):
    return max(
        sum(numbers[start:end])
        for start in range(len(numbers))
        for end in range(start + 1, len(numbers) + 1)
    )


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([8, -20, 1, 2], 8),
        ([1, 2, -20, 3, 8], 11),
        ([6, -1, -1, 6, -20, 9], 10),
    ],
)
def test_place_of_the_run(numbers, expected):
    assert max_subarray(numbers) == expected
    assert max_subarray(numbers[::-1]) == expected
    assert max_subarray([n - 30 for n in numbers]) == max(numbers) - 30


def test_against_every_run(waves):
    for size in (1, 2, 5, 12, 25):
        part = waves[size : 2 * size]
        assert max_subarray(part) == every_run(part)
    assert max_subarray(waves) == every_run(waves)


def test_all_below_zero(waves):
    below = [n - 60 for n in waves]
    assert max_subarray(below) == max(below)
    assert max_subarray(below[:4]) == max(below[:4])


def test_zeros():
    assert max_subarray([0, 0, 0]) == 0
    assert max_subarray([-1, 0, -2]) == 0
    assert max_subarray([0, 4, 0, -1, 0]) == 4
    assert max_subarray([-7, -1, -1]) == -1


def test_a_dip_is_worth_crossing():
    assert max_subarray([10, -9, 10]) == 11
    assert max_subarray([10, -10, 10]) == 10
    assert max_subarray([10, -11, 10]) == 10
    assert max_subarray([-10, -9, -10]) == -9


def test_two_items():
    assert max_subarray([-1, 2]) == 2
    assert max_subarray([2, -1]) == 2
    assert max_subarray([2, 1]) == 3
    assert max_subarray([-2, -1]) == -1
    assert max_subarray([]) == 0


def test_large_numbers():
    assert max_subarray([10**12, -1, 10**12]) == 2 * 10**12 - 1
    assert max_subarray([-(10**12), -(10**9)]) == -(10**9)


def test_list_is_left_alone(waves):
    before = list(waves)
    assert max_subarray(waves) == every_run(before)
    assert max_subarray([-3, 5, -3]) == 5
    assert waves == before
