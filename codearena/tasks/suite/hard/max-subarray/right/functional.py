from itertools import accumulate


def max_subarray(numbers):
    runs = accumulate(numbers, lambda total, number: max(total, 0) + number)
    return max(runs, default=0)
