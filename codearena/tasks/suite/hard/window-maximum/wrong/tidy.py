"""Maxima of a sliding window in linear time."""

from collections import deque
from collections.abc import Sequence


def window_maximum(numbers: Sequence[int], size: int) -> list[int]:
    """Return the largest number of each window.

    Args:
        numbers: The numbers to slide over.
        size: The size of the window.

    Returns:
        One maximum for each window.

    Raises:
        ValueError: If the size is not positive.
    """
    if size < 1:
        raise ValueError("size must be at least 1")
    candidates: deque[int] = deque()
    maxima: list[int] = []
    for index, number in enumerate(numbers):
        while candidates and numbers[candidates[-1]] < number:
            candidates.pop()
        candidates.append(index)
        if candidates[0] < index - size:
            candidates.popleft()
        if index >= size - 1:
            maxima.append(numbers[candidates[0]])
    return maxima
