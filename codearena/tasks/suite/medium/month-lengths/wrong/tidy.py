"""Leap years and lengths of months."""

DAYS_PER_MONTH = {
    1: 31,
    2: 28,
    3: 31,
    4: 30,
    5: 31,
    6: 30,
    7: 31,
    8: 31,
    9: 30,
    10: 31,
    11: 30,
    12: 31,
}


def is_leap_year(year: int) -> bool:
    """Tell whether a year has 366 days.

    Args:
        year: The year in question.

    Returns:
        Whether it is a leap year.
    """
    return year % 4 == 0


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has.

    Args:
        year: The year that the month is in.
        month: The month, from 1 to 12.

    Returns:
        The number of days.

    Raises:
        ValueError: If there is no such month.
    """
    if month not in DAYS_PER_MONTH:
        raise ValueError(f"no such month: {month}")
    if month == 2 and is_leap_year(year):
        return 29
    return DAYS_PER_MONTH[month]
