def is_leap_year(year):
    match year % 4, year % 100, year % 400:
        case _, _, 0:
            return True
        case _, 0, _:
            return False
        case 0, _, _:
            return True
    return False


def days_in_month(year, month):
    match month:
        case 4 | 6 | 9 | 11:
            return 30
        case 2:
            return 28 + is_leap_year(year)
        case 1 | 3 | 5 | 7 | 8 | 10 | 12:
            return 31
    raise ValueError(month)
