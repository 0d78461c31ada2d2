"""Names with a number of six digits."""

from random import Random

SHAPES = ("random", "descending")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n names.

    random      in no order
    descending  sorted backwards
    """
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    if shape == "descending":
        numbers.sort(reverse=True)
    return ([f"page {number}" for number in numbers],)
