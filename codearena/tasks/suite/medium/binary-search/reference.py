"""Binary search for the first match."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T", int, float, str)


def binary_search(items: Sequence[T], target: T) -> int:
    """Return the first index of target in ascending items, or -1.

    Logarithmic time, constant space.

    >>> binary_search([2, 4, 4, 4, 6], 4)
    1
    """
    low, high = 0, len(items)
    # Everything before low is smaller than target, nothing from high on is.
    while low < high:
        middle = (low + high) // 2
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle
    if low < len(items) and items[low] == target:
        return low
    return -1
