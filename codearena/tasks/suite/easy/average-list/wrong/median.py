from statistics import median


def average(numbers):
    return float(median(numbers)) if numbers else 0.0
