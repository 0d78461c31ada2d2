from solution import ordered


def test_by_length():
    assert ordered(["bb", "a"], key=len) == ["a", "bb"]


def test_plain():
    assert ordered([2, 1]) == [1, 2]
