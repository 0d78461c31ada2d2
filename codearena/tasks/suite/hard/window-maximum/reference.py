"""Maxima of a sliding window by a monotonic queue."""

from collections import deque
from collections.abc import Sequence


def window_maximum(numbers: Sequence[int], size: int) -> list[int]:
    """Return the largest number of each run of size neighbours.

    One pass. Raises ValueError when size is below 1.

    >>> window_maximum([1, 3, -1, -3, 5, 3, 6, 7], 3)
    [3, 3, 5, 5, 6, 7]
    """
    if size < 1:
        raise ValueError(f"a window has at least one number, not {size}")
    maxima: list[int] = []
    # Places of numbers that may still be a maximum; these numbers descend.
    waiting: deque[int] = deque()
    for place, number in enumerate(numbers):
        while waiting and numbers[waiting[-1]] <= number:
            waiting.pop()
        waiting.append(place)
        if waiting[0] == place - size:
            waiting.popleft()
        if place + 1 >= size:
            maxima.append(numbers[waiting[0]])
    return maxima
