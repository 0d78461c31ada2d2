LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap_year(year):
    """Tell whether a year has 366 days."""
    return year % 4 == 0 and year % 100 != 0


def days_in_month(year, month):
    """Return how many days a month has; month counts from 1."""
    if month == 2 and year % 4 == 0:
        return 29
    return LENGTHS[month - 1]
