"""Operations on a long list: 32 numbers for each of them."""

from random import Random

SHAPES = ("random", "sums")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return 32 n numbers of six digits, and n operations.

    random  sums over wide ranges, and changes anywhere, in equal parts
    sums    only sums
    """
    size = 32 * n

    def set_one():
        return "set", rng.randrange(size), rng.randrange(100_000, 1_000_000)

    def sum_up():
        return "sum", rng.randrange(size // 8), size - 1 - rng.randrange(size // 8)

    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(size)]
    if shape == "sums":
        operations = [sum_up() for _ in range(n)]
    else:
        operations = [rng.choice((set_one, sum_up))() for _ in range(n)]
    return numbers, operations
