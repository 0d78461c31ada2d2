"""Invoices of many lines."""

from random import Random


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n lines of fixed width, and a discount."""
    lines = [("item", rng.randrange(10, 100), rng.randrange(1_000, 10_000)) for _ in range(n)]
    return lines, rng.randrange(10, 100)
