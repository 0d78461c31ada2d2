from datetime import date, time, timedelta
from decimal import Decimal


def cents(amount):
    return round(amount, 2)


def total(lines):
    result = 0
    for _, count, price in lines:
        result += count * price
    return result


def split(amount, n):
    return [cents(amount / n)] * n


def parts(weights):
    return [w / sum(weights) for w in weights]


def due(day, months):
    return date(day.year + (day.month + months - 1) // 12, (day.month + months - 1) % 12 + 1, day.day)


def late(agreed, came):
    if came > agreed:
        return came - agreed
    return 0


def workdays(start, end):
    days = []
    while start <= end:
        if start.weekday() not in (5, 6):
            days.append(start)
        start += timedelta(days=1)
    return days


def clock(text):
    hours, minutes = text.split()[0].split(":")
    return time(int(hours) + 12 * text.endswith("pm"), int(minutes))
