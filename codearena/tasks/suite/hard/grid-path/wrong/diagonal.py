from collections import deque


def shortest_path(grid):
    free = {
        (row, column)
        for row, line in enumerate(grid)
        for column, cell in enumerate(line)
        if cell != "#"
    }
    start = next(place for place in free if grid[place[0]][place[1]] == "S")
    queue = deque([(start, 0)])
    free.remove(start)
    while queue:
        (row, column), steps = queue.popleft()
        if grid[row][column] == "E":
            return steps
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                if (r, c) in free:
                    free.remove((r, c))
                    queue.append(((r, c), steps + 1))
    return -1
