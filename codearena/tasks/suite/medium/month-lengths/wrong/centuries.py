LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap_year(year):
    return year % 4 == 0 and year % 100 != 0


def days_in_month(year, month):
    if month < 1 or month > len(LENGTHS):
        raise ValueError(month)
    return LENGTHS[month - 1] + (month == 2 and is_leap_year(year))
