"""Chooses the sizes at which a task's workload is measured, from what the reference works there."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

POINTS = 5
"""Sizes that are measured for each shape."""
LEAST = 1_000
"""Work of the reference from which on a size says much."""
SOME = 200
"""Work of the reference below which a size says nothing: the slack that the score leaves is as large."""
MOST = 30_000
"""Work of the reference above which a size costs too much: a slow submission may work 64 times that."""
LARGEST = 4_096
"""Where sizes end for a task that names no end and a reference that hardly works more for larger inputs."""
_FAR = 1_000_000
"""Work that is not even tried."""

Measure = Callable[[str, int], int]


def choose_sizes(measure: Measure, shapes: Sequence[str] = ("random",), largest: int | None = None) -> dict[str, tuple[int, ...]]:
    """Return growing sizes for each shape: `POINTS` of them where there are so many.

    ``measure(shape, n)`` returns the counted work of the reference. It is asked at most once for each shape and size, and
    was asked for every size returned. Sizes double, from the first at which the reference works `LEAST` (an earlier one
    where there is not room for all) up to at most `MOST`; of references that leave no room for that, sizes grow by smaller
    steps. ``largest`` bounds them all. The work need not grow with the size, nor evenly.
    """
    end = max(1, LARGEST if largest is None else largest)
    return {shape: _choose(functools.cache(functools.partial(measure, shape)), end) for shape in shapes}


def _choose(work: Callable[[int], int], end: int) -> tuple[int, ...]:
    doubled: list[int] = []
    n = 1
    while n <= end and work(n) <= MOST:
        doubled.append(n)
        n *= 2
        if len(doubled) > 1 and _expected(work, doubled) > _FAR:
            break
    if not doubled:
        return (1,)
    if n > end and doubled[-1] * 4 < end * 3 and work(end) <= MOST:
        doubled.append(end)
    useful = [size for size in doubled if work(size) >= SOME]
    if len(useful) >= POINTS or n > end:
        enough = next((index for index, size in enumerate(doubled) if work(size) >= LEAST), len(doubled))
        start = max(0, min(enough, len(doubled) - POINTS))
        return tuple(doubled[start : start + POINTS])
    last = doubled[-1]
    while last < end and work(last + 1) <= MOST:
        last += 1
    chosen = _spread(useful[0] if useful else 1, last)
    return tuple(size for size in chosen if work(size) <= MOST)


def _expected(work: Callable[[int], int], sizes: Sequence[int]) -> float:
    """Return what doubling once more may cost, if the work grows exponentially."""
    before, last = work(sizes[-2]), work(sizes[-1])
    return last * (last / max(before, 1)) ** 2


def _spread(first: int, last: int) -> list[int]:
    """Return `POINTS` sizes at about equal ratios, or at steps of one where there is no room for ratios."""
    if last - first < POINTS:
        return list(range(max(1, last - POINTS + 1), last + 1))
    wanted = [round(first * (last / first) ** (index / (POINTS - 1))) for index in range(POINTS)]
    for index in range(1, POINTS):
        wanted[index] = max(wanted[index], wanted[index - 1] + 1)
    return [*wanted[:-1], last]
