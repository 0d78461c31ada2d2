from solution import standings


def test_bonus():
    assert standings([("Reds", 4), ("Blues", 6)], {"Reds": 3}) == [(1, "Reds", 7), (2, "Blues", 6)]
    assert standings([("Reds", 4)], {"Greens": 9}) == [(1, "Reds", 4)]


def test_ties():
    assert standings([("C", 1), ("B", 5), ("A", 5)], {}) == [(1, "A", 5), (1, "B", 5), (3, "C", 1)]
    assert standings([("A", 2), ("B", 0)], {"A": -3}) == [(1, "B", 0), (2, "A", -1)]


def test_no_teams():
    assert standings([], {}) == []
    assert standings([], {"Reds": 1}) == []
    assert standings([("Reds", 4)], {}) == [(1, "Reds", 4)]


def test_arguments_are_left_alone():
    results, bonus = [("C", 1), ("B", 5), ("A", 5)], {}
    assert standings(results, bonus) == [(1, "A", 5), (1, "B", 5), (3, "C", 1)]
    assert standings(results[:0], bonus) == []
    assert results == [("C", 1), ("B", 5), ("A", 5)]
    assert bonus == {}
