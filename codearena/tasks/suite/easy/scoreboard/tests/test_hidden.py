import pytest
from solution import Scoreboard


@pytest.fixture
def filled():
    """Return a new board with the given entries."""

    def board(*entries):
        made = Scoreboard()
        for name, points in entries:
            made.add(name, points)
        return made

    return board


def test_boards_know_nothing_of_each_other(filled):
    first = filled(("Ann", 3))
    second = filled(("Bob", 8), ("Cy", 8))
    assert first.ranking() == [("Ann", 3)]
    assert second.ranking() == [("Bob", 8), ("Cy", 8)]
    assert Scoreboard().ranking() == []


def test_ties_are_sorted_by_name(filled):
    board = filled(("Zoe", 4), ("Max", 9), ("Amy", 4), ("Lea", 4))
    assert board.ranking() == [("Max", 9), ("Amy", 4), ("Lea", 4), ("Zoe", 4)]
    board.add("Max", -5)
    assert board.leaders() == ["Amy", "Lea", "Max", "Zoe"]


def test_asking_puts_nobody_on_the_board(filled):
    board = filled(("Ann", -2))
    assert board.score("Bob") == 0
    assert board.score("Ann") == -2
    assert board.ranking() == [("Ann", -2)]
    assert board.leaders() == ["Ann"]


def test_negative_scores(filled):
    board = filled(("Bob", -3), ("Ann", -3), ("Cy", -10))
    assert board.leaders() == ["Ann", "Bob"]
    assert board.add("Bob", -1) == -4
    assert board.leaders() == ["Ann"]
    assert board.ranking() == [("Ann", -3), ("Bob", -4), ("Cy", -10)]


def test_zero_points_enter_the_board(filled):
    board = filled(("Cy", 0), ("Ann", 0))
    assert board.ranking() == [("Ann", 0), ("Cy", 0)]
    assert board.leaders() == ["Ann", "Cy"]
    assert board.add("Cy", 0) == 0
    assert board.add("Cy", 1) == 1


def test_lead_changes(filled):
    board = filled(("Ann", 1), ("Bob", 2))
    assert board.leaders() == ["Bob"]
    assert board.add("Ann", 1) == 2
    assert board.leaders() == ["Ann", "Bob"]
    assert board.add("Ann", 1) == 3
    assert board.leaders() == ["Ann"]


def test_results_are_copies(filled):
    board = filled(("Ann", 6), ("Bob", 5))
    board.ranking().clear()
    board.leaders().append("Eve")
    assert board.ranking() == [("Ann", 6), ("Bob", 5)]
    assert board.leaders() == ["Ann"]
    assert board.add("Bob", 5) == 10


def test_capitals_come_first(filled):
    board = filled(("bo", 2), ("Bo", 2), ("al", 2))
    assert board.leaders() == ["Bo", "al", "bo"]
    assert board.ranking() == [("Bo", 2), ("al", 2), ("bo", 2)]
    assert board.score("BO") == 0


def test_many_players(filled):
    board = filled(*((f"p{n % 60:02}", n % 7) for n in range(300)))
    assert sum(score for _, score in board.ranking()) == 897
    assert board.add("p00", 1000) == 1012
    assert board.leaders() == ["p00"]
    assert [name for name, _ in board.ranking()][1:3] == ["p04", "p11"]
