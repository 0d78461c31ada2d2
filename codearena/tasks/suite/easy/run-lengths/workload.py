"""Texts with runs of one to a few characters."""

from random import Random


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return a text of n characters, drawn from four letters."""
    return ("".join(rng.choices("abcd", k=n)),)
