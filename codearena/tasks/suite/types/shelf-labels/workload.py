"""Codes of fixed width."""

from random import Random


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n codes, half of them as text."""
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    return ([f"ab{number}" if rng.random() < 0.5 else number for number in numbers],)
