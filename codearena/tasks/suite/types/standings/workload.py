"""Leagues of many teams."""

from random import Random

SHAPES = ("random", "tied")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return the results of n teams, and a bonus for one in four.

    random  points of six digits
    tied    eight different points
    """
    low, high = (100_000, 1_000_000) if shape == "random" else (100_000, 100_008)
    names = [f"Team {number}" for number in rng.sample(range(100_000, 1_000_000), n)]
    results = [(name, rng.randrange(low, high)) for name in names]
    return results, {name: rng.randrange(10) for name in rng.sample(names, n // 4)}
