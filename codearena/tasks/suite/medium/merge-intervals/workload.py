"""Intervals in no order."""

from random import Random

SHAPES = ("random", "apart")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n intervals between numbers of six digits.

    random  about half of them touch another one
    apart   none of them touch
    """
    width = 400_000 // n
    starts = [100_000 + 2 * width * rng.randrange(n) for _ in range(n)]
    if shape == "apart":
        starts = [100_000 + 2 * width * number for number in rng.sample(range(n), n)]
    return ([(start, start + rng.randrange(width // 2, width)) for start in starts],)
