"""Nested lists of n numbers."""

from random import Random

SHAPES = ("flat", "pairs", "deep")


def inputs(n: int, rng: Random, shape: str = "flat") -> tuple:
    """Return a nested list that holds n numbers of six digits.

    flat   nothing is nested
    pairs  two numbers each in a list of their own
    deep   lists within lists, up to 32 deep
    """
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    if shape == "pairs":
        return ([numbers[at : at + 2] for at in range(0, n, 2)],)
    if shape == "deep":
        return ([_nested(numbers[at : at + 32]) for at in range(0, n, 32)],)
    return (numbers,)


def _nested(numbers: list[int]) -> list:
    nested: list = []
    for number in numbers:
        nested = [number, nested]
    return nested
