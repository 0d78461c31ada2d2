"""A way through a maze."""

from collections.abc import Iterator

Cell = tuple[int, int]


def find(grid: list[str], letter: str) -> Cell:
    """Return the place of a letter in the maze."""
    for row, line in enumerate(grid):
        if letter in line:
            return row, line.index(letter)
    raise ValueError(f"no {letter} in the maze")


def neighbours(grid: list[str], cell: Cell) -> Iterator[Cell]:
    """Yield the free cells next to a cell."""
    row, column = cell
    for r, c in (
        (row, column + 1),
        (row + 1, column),
        (row, column - 1),
        (row - 1, column),
    ):
        if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] != "#":
            yield r, c


def shortest_path(grid: list[str]) -> int:
    """Return the number of steps from the start to the end.

    Args:
        grid: The rows of the maze.

    Returns:
        The number of steps, or -1 when there is no way.
    """
    end = find(grid, "E")
    visited: set[Cell] = set()
    stack: list[tuple[Cell, int]] = [(find(grid, "S"), 0)]
    while stack:
        cell, steps = stack.pop()
        if cell == end:
            return steps
        if cell not in visited:
            visited.add(cell)
            stack += [(near, steps + 1) for near in neighbours(grid, cell)]
    return -1
