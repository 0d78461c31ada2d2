"""Numbers and text that spells numbers."""

from random import Random


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n numbers of six digits, half of them as text."""
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    return ([rng.choice((int, str))(number) for number in numbers],)
