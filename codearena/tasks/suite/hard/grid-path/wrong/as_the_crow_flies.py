def shortest_path(grid):
    places = {
        cell: (row, column)
        for row, line in enumerate(grid)
        for column, cell in enumerate(line)
    }
    (a, b), (c, d) = places["S"], places["E"]
    return abs(a - c) + abs(b - d)
