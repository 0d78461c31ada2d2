"""Merging of intervals."""

from collections.abc import Iterable
from typing import NamedTuple


class Interval(NamedTuple):
    """A closed interval."""

    start: int
    end: int


def merge_intervals(intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the fewest intervals that cover the same points.

    Args:
        intervals: Pairs of start and end, in any order.

    Returns:
        The merged intervals, in ascending order.
    """
    merged: list[Interval] = []
    for interval in sorted(Interval(*pair) for pair in intervals):
        if merged and interval.start <= merged[-1].end:
            merged[-1] = Interval(merged[-1].start, interval.end)
        else:
            merged.append(interval)
    return [(interval.start, interval.end) for interval in merged]
