"""Blocks of one window each: a window is the end of one and the start of the next."""

from itertools import accumulate, chain


def window_maximum(numbers, size):
    if size < 1:
        raise ValueError(size)
    if size > len(numbers):
        return []
    blocks = [numbers[at : at + size] for at in range(0, len(numbers), size)]
    starts = list(chain.from_iterable(accumulate(block, max) for block in blocks))
    ends = list(
        chain.from_iterable(
            reversed(list(accumulate(reversed(block), max))) for block in blocks
        )
    )
    return list(map(max, ends, starts[size - 1 :]))
