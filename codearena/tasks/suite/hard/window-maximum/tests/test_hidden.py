import pytest
from solution import window_maximum


@pytest.fixture
def waves():
    """Numbers between -40 and 40 that look shuffled and never change."""
    return [(n * 23 + n * n * 17) % 81 - 40 for n in range(160)]


def every_window(numbers, size):
    starts = range(len(numbers) - size + 1)
    return [sorted(numbers[start : start + size])[-1] for start in starts]


@pytest.mark.parametrize("size", [1, 2, 7, 80])
def test_against_every_window(waves, size):
    assert window_maximum(waves, size) == every_window(waves, size)
    assert window_maximum(waves[: size + 1], size) == every_window(
        waves[: size + 1], size
    )
    assert len(window_maximum(waves, size)) == 161 - size
    assert window_maximum([0, 41, *waves], size + 1)[:2] == [41, 41]


def test_falling_and_rising():
    falling = list(range(60, 0, -1))
    assert window_maximum(falling, 20) == list(range(60, 19, -1))
    assert window_maximum(falling[::-1], 20) == list(range(20, 61))


def test_one_peak():
    numbers = [0] * 20 + [5] + [0] * 20
    assert window_maximum(numbers, 4) == [0] * 17 + [5] * 4 + [0] * 17
    assert window_maximum([7, 0, 0, 0], 3) == [7, 0]
    assert window_maximum([0, 0, 0, 7], 3) == [0, 7]


def test_equal_numbers():
    assert window_maximum([3, 3, 2, 2, 1], 2) == [3, 3, 2, 2]
    assert window_maximum([6] * 10, 4) == [6] * 7
    assert window_maximum([5, 5, 4, 4, 4, 3], 3) == [5, 5, 4, 4]


def test_negative_numbers():
    assert window_maximum([-1, -5, -3, -9, -7], 2) == [-1, -3, -3, -7]
    assert window_maximum([-(10**12), -(10**13), -1], 1) == [-(10**12), -(10**13), -1]


def test_sizes_without_a_result(waves):
    for size in (0, -1, -200):
        with pytest.raises(ValueError):
            window_maximum(waves, size)
        with pytest.raises(ValueError):
            window_maximum([], size)
    assert window_maximum([], 1) == []
    assert window_maximum(waves, 161) == []
    assert window_maximum([6, 5, 4], 2) == [6, 5]


def test_whole_list(waves):
    assert window_maximum(waves, 160) == [max(waves)]
    assert window_maximum([41, *waves], 160) == [41, max(waves)]
    assert window_maximum([8], 1) == [8]


def test_list_is_left_alone(waves):
    before = list(waves)
    assert window_maximum(waves, 9) == every_window(before, 9)
    assert window_maximum(waves[:3], 2) == every_window(before[:3], 2)
    assert waves == before
