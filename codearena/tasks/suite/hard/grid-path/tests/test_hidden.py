import pytest
from solution import shortest_path

MAZE = """
S.#.......
.##.#####.
....#...#.
.##...#...
.#..#####.
...#.....E
"""


@pytest.fixture
def maze():
    return MAZE.split()


@pytest.fixture
def hall():
    """Return a function that makes an empty hall with S and E put in."""

    def make(size, start, end):
        rows = [["."] * size for _ in range(size)]
        rows[start[0]][start[1]] = "S"
        rows[end[0]][end[1]] = "E"
        return ["".join(row) for row in rows]

    return make


def swapped(grid):
    return [row.translate(str.maketrans("SE", "ES")) for row in grid]


def test_maze(maze):
    assert shortest_path(maze) == 16
    assert shortest_path([*maze[:3], "##########", *maze[4:]]) == -1
    assert shortest_path(["S..E......", *maze[1:-1], ".........."]) == 3


def test_turned_and_mirrored(maze):
    expected = shortest_path(maze)
    assert expected == 16
    assert shortest_path(maze[::-1]) == expected
    assert shortest_path([row[::-1] for row in maze]) == expected
    assert shortest_path(["".join(column) for column in zip(*maze)]) == expected
    assert shortest_path(swapped(maze)) == expected
    assert shortest_path([row[:4] for row in maze[:-1]] + ["...E"]) == 8


@pytest.mark.parametrize(
    ("start", "end", "steps"),
    [((0, 0), (11, 11), 22), ((11, 0), (0, 4), 15), ((6, 6), (6, 5), 1)],
)
def test_open_hall(hall, start, end, steps):
    assert shortest_path(hall(12, start, end)) == steps
    assert shortest_path(swapped(hall(12, start, end))) == steps
    assert shortest_path(hall(3, (0, 0), (1, 1))) == 2


def test_no_steps_across_corners():
    assert shortest_path(["S#", "#E"]) == -1
    assert shortest_path([".#E", "S.#", "#.."]) == -1
    assert shortest_path(["S.#", "#..", "##E"]) == 4


def test_no_steps_across_the_border():
    assert shortest_path(["S.#.E"]) == -1
    assert shortest_path(["S", ".", "#", "E"]) == -1
    assert shortest_path(["S...E"]) == 4
    assert shortest_path([".S.#", "...E"]) == 3


def test_winding_corridor():
    rows = ["S........."]
    for turn in range(4):
        rows += ["#########." if turn % 2 == 0 else ".#########", ".........."]
    rows[-1] = ".........E"
    assert shortest_path(rows) == 53
    rows[3] = "##########"
    assert shortest_path(rows) == -1


def test_two_ways_around():
    grid = ["......", ".####.", "S####E", ".####.", ".####.", "......"]
    assert shortest_path(grid) == 9
    assert shortest_path(grid[1:]) == 11
    assert shortest_path(grid[1:-1]) == -1


def test_grid_is_left_alone(maze):
    before = list(maze)
    assert shortest_path(maze) == 16
    assert (
        shortest_path([row.replace("E", ".") for row in maze[:-1]] + ["E.#......."])
        == 5
    )
    assert maze == before
