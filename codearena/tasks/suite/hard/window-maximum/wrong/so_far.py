from itertools import accumulate


def window_maximum(numbers, size):
    if size < 1:
        raise ValueError(size)
    return list(accumulate(numbers, max))[size - 1 :]
