from solution import flatten


def test_numbers():
    assert flatten([1, [2, [3, 4]], 5]) == [1, 2, 3, 4, 5]
    assert flatten([[[7]]]) == [7]


def test_tuples_and_empty_lists():
    assert flatten([("ab", [None]), [[]]]) == ["ab", None]
    assert flatten([[[7]]]) == [7]


def test_empty_list():
    assert flatten([]) == []
    assert flatten([[], ()]) == []
    assert flatten([[[7]]]) == [7]


def test_other_containers_are_items():
    assert flatten([b"xy", [{"k": 1}]]) == [b"xy", {"k": 1}]
    assert flatten([("ab", [None]), [[]]]) == ["ab", None]
