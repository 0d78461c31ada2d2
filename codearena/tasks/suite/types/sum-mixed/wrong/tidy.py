"""Sums over mixed values."""

from collections.abc import Iterable


def sum_mixed(values: Iterable[int | float | str]) -> float:
    """Return the sum of numbers and of strings that spell numbers.

    Args:
        values: Numbers, or strings that spell numbers.

    Returns:
        The sum of all values.
    """
    total = 0.0
    for value in values:
        total += float(value)
    return total
