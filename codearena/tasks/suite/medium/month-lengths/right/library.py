from calendar import isleap, monthrange


def is_leap_year(year):
    return isleap(year)


def days_in_month(year, month):
    if month not in range(1, 13):
        raise ValueError("month must be between 1 and 12")
    return monthrange(year, month)[1]
