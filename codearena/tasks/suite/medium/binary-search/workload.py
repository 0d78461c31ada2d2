"""Long sorted lists: the work hardly grows with them."""

from random import Random

SHAPES = ("random", "equal")
MAX_N = 16_384


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n sorted numbers of six digits, and one to look for.

    random  in no pattern; the one to look for is among the last
    equal   all the same
    """
    if shape == "equal":
        return [500_000] * n, 500_000
    numbers = sorted(rng.randrange(100_000, 900_000) for _ in range(n))
    return numbers, numbers[n - 1 - rng.randrange(n // 8 + 1)]
