def shortest_path(grid):
    """Return the smallest number of steps from S to E, or -1."""
    cells = []
    for row in range(len(grid)):
        for column in range(len(grid[0])):
            if grid[row][column] != "#":
                cells.append((row, column))
            if grid[row][column] == "S":
                waiting = [(row, column, 1)]
    visited = []
    while waiting:
        row, column, steps = waiting.pop()
        if grid[row][column] == "E":
            return steps
        visited.append((row, column))
        for near in (
            (row - 1, column),
            (row + 1, column),
            (row, column - 1),
            (row, column + 1),
        ):
            if near in cells and near not in visited:
                waiting.append((*near, steps + 1))
    return -1
