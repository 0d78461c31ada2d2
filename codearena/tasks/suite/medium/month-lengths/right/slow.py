"""Try one day after the other until the calendar has no more of them."""

from datetime import date


def exists(year, month, day):
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_leap_year(year):
    return exists(year, 2, 29)


def days_in_month(year, month):
    if not exists(year, month, 1):
        raise ValueError("no such month: " + str(month))
    day = 1
    while exists(year, month, day + 1):
        day += 1
    return day
