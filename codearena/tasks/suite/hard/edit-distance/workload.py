"""Two texts of equal length."""

from random import Random

SHAPES = ("random", "similar", "shifted")
MAX_N = 1_000


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return two texts of n characters each.

    random   drawn from four letters
    similar  one character in ten is replaced
    shifted  the second one starts where half of the first is over
    """
    first = rng.choices("ACGT", k=n)
    second = rng.choices("ACGT", k=n)
    if shape == "similar":
        second = list(first)
        for at in rng.sample(range(n), n // 10):
            second[at] = rng.choice("ACGT")
    elif shape == "shifted":
        second = first[n // 2 :] + first[: n // 2]
    return "".join(first), "".join(second)
