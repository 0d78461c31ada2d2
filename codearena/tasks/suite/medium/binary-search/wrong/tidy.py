"""Binary search over a sorted sequence."""

from collections.abc import Sequence


def binary_search(items: Sequence[int], target: int) -> int:
    """Return the index of target in items.

    Args:
        items: Values in ascending order.
        target: The value to look for.

    Returns:
        An index of target, or -1 when it is missing.
    """
    low = 0
    high = len(items) - 1
    while low < high:
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1
