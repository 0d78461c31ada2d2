import reference
import solution
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = st.sampled_from(["Ida", "Bo", "Al", "Zoe", "ida"])
ENTRIES = st.lists(st.tuples(NAMES, st.integers(-6, 6)), max_size=8)


def filled(board, entries):
    for name, points in entries:
        board.add(name, points)
    return board


@settings(max_examples=50)
@given(ENTRIES)
def test_same_as_the_reference(entries):
    expected = filled(reference.Scoreboard(), entries)
    board = filled(solution.Scoreboard(), entries)
    assert board.ranking() == expected.ranking()
    assert board.leaders() == expected.leaders()


@settings(max_examples=50)
@given(ENTRIES, NAMES, st.integers(1, 9))
def test_points_add_up(entries, name, points):
    board = filled(solution.Scoreboard(), entries)
    before = board.score(name)
    assert before == sum(each for player, each in entries if player == name)
    assert board.add(name, points) == before + points
    assert (name, before + points) in board.ranking()
    assert solution.Scoreboard().ranking() == []
