"""Longest increasing subsequence in n log n."""

from bisect import bisect_right
from collections.abc import Iterable


def longest_increasing(numbers: Iterable[int]) -> int:
    """Return the length of the longest increasing subsequence.

    Args:
        numbers: The numbers; may be empty.

    Returns:
        How many numbers the longest increasing subsequence has.
    """
    tails: list[int] = []
    for number in numbers:
        position = bisect_right(tails, number)
        if position == len(tails):
            tails.append(number)
        else:
            tails[position] = number
    return len(tails)
