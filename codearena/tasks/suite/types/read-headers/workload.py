"""Messages with many headers."""

from random import Random

SHAPES = ("random", "repeated")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return a message of n headers.

    random    names that hardly ever come again
    repeated  every name comes eight times, and more
    """
    names = n if shape == "random" else n // 8 + 1
    lines = [
        f"Header-{rng.randrange(names) + 100_000}: {rng.randrange(100_000, 1_000_000)}\r\n"
        for _ in range(n)
    ]
    return ("".join(lines).encode(),)
