"""Shortest ways by breadth-first search."""

from collections import deque
from collections.abc import Sequence


def shortest_path(grid: Sequence[str]) -> int:
    """Return the smallest number of steps from S to E, -1 if there is no way.

    Looks at every cell at most once.

    >>> shortest_path(["S#E", ".#.", "..."])
    6
    """
    rows, columns = len(grid), len(grid[0])
    start_row = next(row for row in range(rows) if "S" in grid[row])
    start = (start_row, grid[start_row].index("S"))
    steps_to = {start: 0}
    waiting = deque([start])
    while waiting:
        row, column = waiting.popleft()
        steps = steps_to[row, column]
        if grid[row][column] == "E":
            return steps
        for near in (
            (row - 1, column),
            (row + 1, column),
            (row, column - 1),
            (row, column + 1),
        ):
            inside = 0 <= near[0] < rows and 0 <= near[1] < columns
            if inside and near not in steps_to and grid[near[0]][near[1]] != "#":
                steps_to[near] = steps + 1
                waiting.append(near)
    return -1
