"""The arithmetic mean of a list of numbers."""

from collections.abc import Sequence


def average(numbers: Sequence[float]) -> float:
    """Return the arithmetic mean of numbers.

    Args:
        numbers: The values to average; may be empty.

    Returns:
        The mean as a float, 0.0 for an empty sequence.
    """
    count = len(numbers)
    if count == 0:
        return 0.0
    return float(sum(numbers) // count)
