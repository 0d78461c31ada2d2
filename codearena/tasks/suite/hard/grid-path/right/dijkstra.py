"""Dijkstra's algorithm on one string with a wall around it."""

from heapq import heappop, heappush
from math import inf


class Maze:
    def __init__(self, grid):
        width = len(grid[0]) + 1
        wall = "#" * width
        self.cells = wall + "#".join(grid) + "#" + wall
        self.moves = (-width, -1, 1, width)

    def distance(self, start, end):
        best = {start: 0}
        queue = [(0, start)]
        while queue:
            steps, place = heappop(queue)
            if place == end:
                return steps
            if steps > best[place]:
                continue
            for near in (place + move for move in self.moves):
                if self.cells[near] != "#" and steps + 1 < best.get(near, inf):
                    best[near] = steps + 1
                    heappush(queue, (steps + 1, near))
        return -1


def shortest_path(grid):
    maze = Maze(grid)
    return maze.distance(maze.cells.index("S"), maze.cells.index("E"))
