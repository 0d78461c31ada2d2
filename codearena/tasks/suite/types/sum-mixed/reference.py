"""Sums over numbers and text that spells numbers."""

from collections.abc import Iterable


def sum_mixed(values: Iterable[int | float | str]) -> int | float:
    """Return the sum of numbers and of strings that spell numbers.

    An int when every value is whole, else a float. Raises ValueError for
    a string that spells no number, TypeError for any other kind of value.

    >>> sum_mixed([1, "2", 3])
    6
    """
    return sum(_number(value) for value in values)


def _number(value: int | float | str) -> int | float:
    """Return the number that value is or spells."""
    # bool is a subclass of int, yet a truth value is no amount.
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise TypeError(f"cannot add {value!r}: expected int, float or str")
    if not isinstance(value, str):
        return value
    try:
        return int(value)
    except ValueError:
        return float(value)
