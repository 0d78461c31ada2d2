import pytest
from solution import standings


@pytest.fixture
def league():
    return [("Owls", 10), ("Elks", 12), ("Bats", 10), ("Ants", 3), ("Cats", 10)]


class TestRanks:
    def test_three_share_a_rank(self, league):
        assert [rank for rank, _, _ in standings(league, {})] == [1, 2, 2, 2, 5]
        assert standings(league[:1], {}) == [(1, "Owls", 10)]

    def test_all_share_a_rank(self):
        assert standings([("b", 0), ("a", 0), ("c", 0)], {}) == [(1, "a", 0), (1, "b", 0), (1, "c", 0)]
        assert standings([("b", 0), ("a", 0)], {"b": 1}) == [(1, "b", 1), (2, "a", 0)]

    def test_two_ties(self):
        results = [("d", 1), ("c", 9), ("b", 1), ("a", 9), ("e", 0)]
        assert standings(results, {}) == [(1, "a", 9), (1, "c", 9), (3, "b", 1), (3, "d", 1), (5, "e", 0)]
        assert standings(results, {"e": 1})[2:] == [(3, "b", 1), (3, "d", 1), (3, "e", 1)]

    def test_bonus_makes_a_tie(self, league):
        assert standings(league[:3], {"Owls": 2})[:2] == [(1, "Elks", 12), (1, "Owls", 12)]
        assert standings(league[:3], {"Bats": -1}) == [(1, "Elks", 12), (2, "Owls", 10), (3, "Bats", 9)]


def test_teams_keep_their_points_in_a_second_call(league):
    bonus = {"Ants": 7, "Nobody": 99}
    expected = [(1, "Elks", 12), (2, "Ants", 10), (2, "Bats", 10), (2, "Cats", 10), (2, "Owls", 10)]
    assert standings(league, bonus) == expected
    assert standings(league, bonus) == expected
    assert standings(league, {})[-1] == (5, "Ants", 3)
    assert bonus == {"Ants": 7, "Nobody": 99}


def test_results_are_left_alone(league):
    assert standings(league, {"Owls": 1, "Bats": 1})[1:3] == [(2, "Bats", 11), (2, "Owls", 11)]
    assert standings([], {"Owls": 1}) == []
    assert league == [("Owls", 10), ("Elks", 12), ("Bats", 10), ("Ants", 3), ("Cats", 10)]


def test_kind_of_result(league):
    table = standings(league, {})
    assert isinstance(table, list)
    assert all(isinstance(row, tuple) for row in table)
    assert table[1:3] == [(2, "Bats", 10), (2, "Cats", 10)]
    assert table[4] == (5, "Ants", 3)


def test_negative_points():
    assert standings([("x", -5), ("w", -5)], {}) == [(1, "w", -5), (1, "x", -5)]
    assert standings([("x", -5), ("w", 1)], {"w": -6, "x": -1}) == [(1, "w", -5), (2, "x", -6)]
    assert standings([("x", -5), ("w", 1), ("v", -2)], {"w": -3}) == [(1, "v", -2), (1, "w", -2), (3, "x", -5)]


def test_names_in_order_of_their_characters():
    assert standings([("ab", 2), ("B", 2), ("a", 2)], {}) == [(1, "B", 2), (1, "a", 2), (1, "ab", 2)]
    assert standings([("ab", 2), ("B", 2)], {"B": -1}) == [(1, "ab", 2), (2, "B", 1)]


def test_many_teams():
    results = [(f"team {n:03}", n % 10) for n in range(200)]
    table = standings(results, {"team 000": 100})
    assert table[0] == (1, "team 000", 100)
    assert table[1:3] == [(2, "team 009", 9), (2, "team 019", 9)]
    assert table[-1] == (182, "team 190", 0)
    assert results[0] == ("team 000", 0)
