"""Mazes of about n cells."""

from math import isqrt
from random import Random

SHAPES = ("random", "open", "corridor")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return a square maze with about n cells, from corner to corner.

    random    one cell in four is a wall, but none on one way along the border
    open      no walls
    corridor  one long way that winds through all rows
    """
    size = max(3, isqrt(n))
    rows = [["."] * size for _ in range(size)]
    if shape == "random":
        rows = [rng.choices(".#", (3, 1), k=size) for _ in range(size)]
        rows[0] = ["."] * size
        for row in rows:
            row[-1] = "."
    elif shape == "corridor":
        for row in range(1, size, 2):
            rows[row] = ["#"] * size
            rows[row][0 if row % 4 == 3 else -1] = "."
    rows[0][0] = "S"
    rows[-1][-1] = "E"
    return (["".join(row) for row in rows],)
