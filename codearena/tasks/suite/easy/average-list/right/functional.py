from functools import reduce
from operator import add


def average(numbers):
    return reduce(add, numbers, 0.0) / max(len(numbers), 1)
