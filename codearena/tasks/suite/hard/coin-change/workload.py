"""Amounts that grow, coins that do not."""

from random import Random

SHAPES = ("random", "impossible", "greedy")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return six coins, and an amount of n or just above.

    random      six coins of two digits, and one of 1
    impossible  six even coins, and an odd amount
    greedy      large coins that are in the way of the best solution
    """
    if shape == "impossible":
        return [2 * value for value in rng.sample(range(1, 30), 6)], n | 1
    if shape == "greedy":
        return [1, 4, 9, 15, 23, 32], n
    return [1, *rng.sample(range(10, 100), 5)], n
