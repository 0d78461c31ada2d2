"""Words of eight letters."""

from random import Random
from string import ascii_letters


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n words."""
    return (["".join(rng.choices(ascii_letters, k=8)) for _ in range(n)],)
