"""Long lists: the work hardly grows with them."""

from random import Random

SHAPES = ("rising", "falling")
MAX_N = 16_384


def inputs(n: int, rng: Random, shape: str = "rising") -> tuple:
    """Return n numbers of six digits.

    rising   sorted, with a peak at the end
    falling  sorted backwards, with a peak at the start
    """
    heights = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    return (sorted(heights, reverse=shape == "falling"),)


def accepts(result: object, expected: int, heights: list[int]) -> bool:
    """Tell whether a result is the index of a peak, whichever one."""
    if type(result) is not int or not 0 <= result < len(heights):
        return False
    return heights[result] == max(heights[max(0, result - 1) : result + 2])
