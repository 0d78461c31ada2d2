"""Lists of n numbers, and windows of half that size."""

from random import Random

SHAPES = ("random", "ascending", "descending")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n numbers of six digits, and the size of the window.

    random      in no order
    ascending   sorted
    descending  sorted backwards
    """
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    if shape in ("ascending", "descending"):
        numbers.sort(reverse=shape == "descending")
    return numbers, max(1, n // 2)
