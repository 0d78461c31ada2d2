"""Lists of numbers of either sign."""

from random import Random

SHAPES = ("random", "negative")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n numbers of six digits.

    random    half of them below zero
    negative  all of them below zero
    """
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    signs = (1, -1) if shape == "random" else (-1,)
    return ([rng.choice(signs) * number for number in numbers],)
