"""Lists of numbers of six digits."""

from random import Random

SHAPES = ("random", "ascending", "descending")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return a list of n numbers.

    random      in no order
    ascending   sorted
    descending  sorted backwards
    """
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    if shape in ("ascending", "descending"):
        numbers.sort(reverse=shape == "descending")
    return (numbers,)
