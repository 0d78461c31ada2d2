"""Any peak of a list, by halving."""

from collections.abc import Sequence


def peak(heights: Sequence[int]) -> int:
    """Return the index of an item that is not smaller than its neighbours, -1 for an empty list.

    Logarithmic time, constant space.

    >>> peak([1, 3, 2])
    1
    """
    low, high = 0, len(heights) - 1
    # It rises into low, or starts there; it does not rise behind high.
    while low < high:
        middle = (low + high) // 2
        if heights[middle] < heights[middle + 1]:
            low = middle + 1
        else:
            high = middle
    return min(low, high)
