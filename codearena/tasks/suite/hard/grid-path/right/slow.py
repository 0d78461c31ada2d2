def shortest_path(grid):
    """Go over the whole maze again and again until no distance improves."""
    unknown = 10**9
    steps = [[0 if cell == "S" else unknown for cell in line] for line in grid]
    improved = True
    while improved:
        improved = False
        for row in range(len(grid)):
            for column in range(len(grid[row])):
                if grid[row][column] == "#":
                    continue
                best = nearest(steps, row, column) + 1
                if best < steps[row][column]:
                    steps[row][column] = best
                    improved = True
    for row in range(len(grid)):
        for column in range(len(grid[row])):
            if grid[row][column] == "E" and steps[row][column] < unknown:
                return steps[row][column]
    return -1


def nearest(steps, row, column):
    around = []
    if row > 0:
        around.append(steps[row - 1][column])
    if row + 1 < len(steps):
        around.append(steps[row + 1][column])
    if column > 0:
        around.append(steps[row][column - 1])
    if column + 1 < len(steps[row]):
        around.append(steps[row][column + 1])
    return min(around, default=10**9)
