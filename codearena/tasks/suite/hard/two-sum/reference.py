"""Pairs with a given sum by complement lookup."""

from collections.abc import Iterable


def two_sum(numbers: Iterable[int], target: int) -> tuple[int, int] | None:
    """Return the indices of the first two numbers with the sum target.

    First is the pair that is complete first; None when there is no pair.
    One pass, expected linear time.

    >>> two_sum([1, 4, 6, 9], 10)
    (1, 2)
    """
    first_at: dict[int, int] = {}
    for j, number in enumerate(numbers):
        i = first_at.get(target - number)
        if i is not None:
            return i, j
        first_at.setdefault(number, j)
    return None
