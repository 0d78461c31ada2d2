from solution import shortest_path


def test_straight_on():
    assert shortest_path(["S.E"]) == 2
    assert shortest_path(["SE"]) == 1


def test_around_a_wall():
    assert shortest_path(["S#E", ".#.", "..."]) == 6
    assert shortest_path(["S..", "##.", "E.."]) == 6
    assert shortest_path(["S.#E", "...."]) == 5


def test_open_space():
    assert shortest_path(["...", "S.E", "..."]) == 2
    assert shortest_path(["....", ".S..", "....", "...E"]) == 4


def test_no_way():
    assert shortest_path(["S#E"]) == -1
    assert shortest_path(["S..#E"]) == -1
    assert shortest_path(["S..", "##.", "E.."]) == 6
