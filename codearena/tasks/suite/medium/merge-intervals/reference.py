"""Unions of closed intervals."""

from collections.abc import Iterable

Interval = tuple[int, int]


def merge_intervals(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the fewest intervals that cover the same points, in order.

    Intervals that share a single point are merged, too.

    >>> merge_intervals([(1, 3), (6, 8), (2, 4)])
    [(1, 4), (6, 8)]
    """
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            first, last = merged[-1]
            merged[-1] = (first, max(last, end))
        else:
            merged.append((start, end))
    return merged
