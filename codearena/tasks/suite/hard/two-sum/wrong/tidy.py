"""Two numbers with a given sum, in linear time."""

from collections.abc import Sequence


def two_sum(numbers: Sequence[int], target: int) -> tuple[int, int] | None:
    """Return the indices of two numbers whose sum is target.

    Args:
        numbers: The numbers to choose from.
        target: The sum to look for.

    Returns:
        A pair of indices, or None when there is none.
    """
    index_of: dict[int, int] = {number: i for i, number in enumerate(numbers)}
    for i, number in enumerate(numbers):
        j = index_of.get(target - number)
        if j is not None and j != i:
            return i, j
    return None
