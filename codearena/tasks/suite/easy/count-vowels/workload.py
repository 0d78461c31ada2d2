"""Texts of letters."""

from random import Random
from string import ascii_letters


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return a text of n letters."""
    return ("".join(rng.choices(ascii_letters, k=n)),)
