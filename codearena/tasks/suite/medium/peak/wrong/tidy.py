"""Peaks of a list."""

from collections.abc import Sequence


def peak(heights: Sequence[int]) -> int:
    """Return the index of a peak.

    Args:
        heights: The items.

    Returns:
        An index, -1 when there is none.
    """
    low = 0
    high = len(heights) - 1
    while low < high:
        middle = (low + high) // 2
        if heights[middle] > heights[middle + 1]:
            low = middle + 1
        else:
            high = middle
    return low if heights else -1
