"""Cells as complex numbers, and one set of them for each distance."""


def shortest_path(grid):
    cells = {
        complex(row, column): cell
        for row, line in enumerate(grid)
        for column, cell in enumerate(line)
    }
    front = {place for place, cell in cells.items() if cell == "S"}
    free = {place for place, cell in cells.items() if cell in ".E"}
    steps = 0
    while front:
        if any(cells[place] == "E" for place in front):
            return steps
        steps += 1
        front = {place + step for place in front for step in (1, -1, 1j, -1j)} & free
        free -= front
    return -1
