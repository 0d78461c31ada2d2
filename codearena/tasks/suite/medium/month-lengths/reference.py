"""Lengths of years and months in the Gregorian calendar."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap_year(year: int) -> bool:
    """Tell whether a year has 366 days.

    >>> is_leap_year(1900)
    False
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has; month counts from 1.

    Raises ValueError when there is no such month.

    >>> days_in_month(2000, 2)
    29
    """
    if not 1 <= month <= 12:
        raise ValueError(f"no month has the number {month}")
    if month == 2 and is_leap_year(year):
        return 29
    return _LENGTHS[month - 1]
