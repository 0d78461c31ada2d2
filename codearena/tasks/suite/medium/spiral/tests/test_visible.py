from solution import spiral


def test_square():
    assert spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) == [1, 2, 3, 6, 9, 8, 7, 4, 5]
    assert spiral([[1, 2], [3, 4]]) == [1, 2, 4, 3]


def test_rectangle():
    assert spiral([[1, 2, 3, 4], [5, 6, 7, 8]]) == [1, 2, 3, 4, 8, 7, 6, 5]
    assert spiral([[1, 2], [3, 4], [5, 6]]) == [1, 2, 4, 6, 5, 3]


def test_one_row_or_column():
    assert spiral([[1, 2, 3]]) == [1, 2, 3]
    assert spiral([[1], [2]]) == [1, 2]


def test_empty():
    assert spiral([]) == []
    assert spiral([[], []]) == []
    assert spiral([[9]]) == [9]
