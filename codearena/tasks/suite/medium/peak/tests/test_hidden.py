import pytest
from solution import peak


def is_peak(heights, at):
    around = heights[max(0, at - 1) : at + 2]
    return type(at) is int and 0 <= at < len(heights) and heights[at] == max(around)


@pytest.mark.parametrize("size", [2, 3, 4, 7, 16, 33])
def test_one_peak_at_every_place(size):
    for top in range(size):
        heights = [-abs(index - top) for index in range(size)]
        assert peak(heights) == top


@pytest.mark.parametrize("step", [7, 11, 13, 29])
def test_many_peaks(step):
    heights = [index * step % 31 for index in range(90)]
    assert is_peak(heights, peak(heights))
    assert is_peak(heights[1:], peak(heights[1:]))
    assert peak(sorted(set(heights))) == 30


def test_plateaus():
    for heights in ([5, 5, 5], [1, 1, 2, 2, 1], [3, 3, 1, 3, 3], [0, 0, 0, 1], [2, 1, 1, 1]):
        assert is_peak(heights, peak(heights))
    assert peak([1, 1, 2]) == 2
    assert peak([2, 1, 1]) in (0, 2)
    assert peak([1, 2, 1, 0]) == 1


def test_only_real_neighbours():
    assert peak([4, 9]) == 1
    assert peak([9, 4]) == 0
    assert peak([7, 8, 9]) == 2
    assert peak([-1, -5]) == 0


def test_heights_are_left_alone():
    heights = list(range(50)) + list(range(40))[::-1]
    before = list(heights)
    assert peak(heights) == 49
    assert peak(heights[50:]) == 0
    assert heights == before
