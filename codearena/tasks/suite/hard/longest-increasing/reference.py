"""Longest increasing subsequence by patience sorting."""

from collections.abc import Iterable, Sequence


def longest_increasing(numbers: Iterable[int]) -> int:
    """Return how many numbers the longest increasing subsequence has.

    Strictly increasing. Time in proportion to n log n.

    >>> longest_increasing([10, 9, 2, 5, 3, 7, 101, 18])
    4
    """
    # At index k stands the smallest number that k + 1 of them can end with.
    ends: list[int] = []
    for number in numbers:
        at = _place(ends, number)
        if at == len(ends):
            ends.append(number)
        else:
            ends[at] = number
    return len(ends)


def _place(ends: Sequence[int], number: int) -> int:
    """Return the index of the first of the ascending ends that is not smaller than number."""
    # Written out, so that the work it takes is that of any other search by halving.
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if ends[middle] < number:
            low = middle + 1
        else:
            high = middle
    return low
