"""Maximum subarray sum by Kadane's algorithm."""

from collections.abc import Iterable


def max_subarray(numbers: Iterable[int]) -> int:
    """Return the largest sum of a non-empty run, 0 for an empty list.

    One pass, constant space.

    >>> max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4])
    6
    """
    rest = iter(numbers)
    best = ending_here = next(rest, 0)
    for number in rest:
        ending_here = max(number, ending_here + number)
        best = max(best, ending_here)
    return best
