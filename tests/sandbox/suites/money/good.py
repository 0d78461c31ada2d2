import calendar
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

CENT = Decimal("0.01")


def cents(amount):
    if isinstance(amount, float):
        raise TypeError("a float is no amount")
    return amount.quantize(CENT, ROUND_HALF_UP)


def total(lines):
    return sum((count * price for _, count, price in lines), Decimal(0))


def split(amount, n):
    each, left = divmod(int(amount / CENT), n)
    return [(each + (i < left)) * CENT for i in range(n)]


def parts(weights):
    whole = sum(weights)
    return [Fraction(weight, whole) for weight in weights]


def due(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def late(agreed, came):
    return max(came - agreed, timedelta(0))


def workdays(start, end):
    days = (start + timedelta(i) for i in range((end - start).days))
    return [day for day in days if day.weekday() < 5]


def clock(text):
    return datetime.strptime(text.upper(), "%I:%M %p").time()
