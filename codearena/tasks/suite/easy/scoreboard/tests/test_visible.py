import pytest
from solution import Scoreboard


@pytest.fixture
def board():
    return Scoreboard()


def test_scores_add_up(board):
    assert board.add("Ida", 5) == 5
    assert board.add("Bo", 7) == 7
    assert board.add("Ida", 2) == 7
    assert board.score("Ida") == 7


def test_leaders_and_ranking(board):
    board.add("Ida", 5)
    board.add("Bo", 7)
    board.add("Ida", 2)
    assert board.leaders() == ["Bo", "Ida"]
    assert board.ranking() == [("Bo", 7), ("Ida", 7)]


def test_empty_board(board):
    assert board.leaders() == []
    assert board.ranking() == []
    assert board.score("Ida") == 0
    board.add("Bo", 1)
    assert board.leaders() == ["Bo"]
