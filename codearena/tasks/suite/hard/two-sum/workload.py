"""Lists in which the answer shows only at the end."""

from random import Random

SHAPES = ("random", "last", "equal")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return n even numbers of six digits, and an odd target.

    random  no two of them make the target
    last    only the last number completes a pair, being the odd one
    equal   all numbers are equal, and their sum is not the target
    """
    numbers = [2 * rng.randrange(50_000, 500_000) for _ in range(n)]
    target = 2 * rng.randrange(150_000, 450_000) + 1
    if shape == "last" and n > 1:
        numbers[-1] += 1
        target = numbers[-2] + numbers[-1]
    elif shape == "equal":
        numbers = numbers[:1] * n
    return numbers, target
