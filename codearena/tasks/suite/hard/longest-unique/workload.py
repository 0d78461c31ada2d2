"""Texts of characters that all take the same space."""

from random import Random

SHAPES = ("random", "distinct", "mirrored")
MAX_N = 20_000

_ALPHABET = [chr(0x4E00 + number) for number in range(MAX_N)]


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return a text of n characters.

    random    drawn from 20 000 characters, so that repeats are rare
    distinct  no character twice
    mirrored  the second half is the first one backwards
    """
    if shape == "distinct":
        return ("".join(rng.sample(_ALPHABET, n)),)
    if shape == "mirrored":
        half = rng.sample(_ALPHABET, (n + 1) // 2)
        return ("".join(half + half[::-1])[:n],)
    return ("".join(rng.choices(_ALPHABET, k=n)),)
