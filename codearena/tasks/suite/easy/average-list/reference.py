"""The arithmetic mean."""

from collections.abc import Sequence


def average(numbers: Sequence[float]) -> float:
    """Return the arithmetic mean of numbers, 0.0 when there are none.

    >>> average([1, 2, 3, 10])
    4.0
    """
    if not numbers:
        return 0.0
    return sum(numbers) / len(numbers)
