from itertools import accumulate


def max_subarray(numbers):
    return max(accumulate(numbers), default=0)
