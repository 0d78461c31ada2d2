import reference
import solution
from hypothesis import given
from hypothesis import strategies as st


@st.composite
def mazes(draw):
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    count = rows * columns
    cells = draw(st.lists(st.sampled_from("...#"), min_size=count, max_size=count))
    places = st.integers(0, count - 1)
    start, end = draw(st.lists(places, min_size=2, max_size=2, unique=True))
    cells[start], cells[end] = "S", "E"
    text = "".join(cells)
    return [text[at : at + columns] for at in range(0, count, columns)]


@given(mazes())
def test_same_as_the_reference(grid):
    assert solution.shortest_path(grid) == reference.shortest_path(list(grid))


@given(mazes())
def test_there_and_back_and_without_walls(grid):
    steps = solution.shortest_path(grid)
    back = [row.translate(str.maketrans("SE", "ES"))[::-1] for row in grid]
    assert solution.shortest_path(back) == steps
    text, columns = "".join(grid), len(grid[0])
    start, end = divmod(text.index("S"), columns), divmod(text.index("E"), columns)
    straight = abs(start[0] - end[0]) + abs(start[1] - end[1])
    opened = [row.replace("#", ".") for row in grid]
    assert solution.shortest_path(opened) == straight
    assert steps == -1 or (steps >= straight and (steps - straight) % 2 == 0)
