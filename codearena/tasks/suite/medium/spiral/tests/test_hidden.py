import pytest
from solution import spiral


def numbered(rows, columns):
    """Return a matrix of the numbers 0, 1, 2 ... row by row."""
    return [[r * columns + c for c in range(columns)] for r in range(rows)]


def test_three_rows():
    assert spiral(numbered(3, 4)) == [0, 1, 2, 3, 7, 11, 10, 9, 8, 4, 5, 6]
    assert spiral(numbered(3, 1)) == [0, 1, 2]
    expected = [0, 1, 2, 3, 4, 9, 14, 13, 12, 11, 10, 5, 6, 7, 8]
    assert spiral(numbered(3, 5)) == expected


def test_three_columns():
    assert spiral(numbered(4, 3)) == [0, 1, 2, 5, 8, 11, 10, 9, 6, 3, 4, 7]
    assert spiral(numbered(1, 3)) == [0, 1, 2]


def test_two_rings_and_a_centre():
    assert spiral(numbered(5, 5))[-9:] == [6, 7, 8, 13, 18, 17, 16, 11, 12]
    assert spiral(numbered(4, 4))[-4:] == [5, 6, 10, 9]


@pytest.mark.parametrize(("rows", "columns"), [(7, 7), (5, 8), (9, 3), (6, 1)])
def test_every_number_once(rows, columns):
    matrix = numbered(rows, columns)
    result = spiral(matrix)
    assert sorted(result) == list(range(rows * columns))
    assert result[:columns] == matrix[0]
    assert result[columns : columns + rows - 1] == [row[-1] for row in matrix[1:]]
    assert spiral([row[:2] for row in matrix[:1]]) == matrix[0][:2]


def test_long_row_and_column():
    assert spiral(numbered(1, 40)) == list(range(40))
    assert spiral(numbered(40, 1)) == list(range(40))
    assert spiral(numbered(2, 40)) == [*range(40), *range(79, 39, -1)]


def test_equal_and_negative_numbers():
    assert spiral([[7, 7, 7], [7, -1, 7], [7, 7, 7]]) == [7] * 8 + [-1]
    assert spiral([[0, -2, 0], [-3, -3, -4]]) == [0, -2, 0, -4, -3, -3]


def test_matrix_is_left_alone():
    matrix = numbered(5, 3)
    assert spiral(matrix)[-3:] == [4, 7, 10]
    assert spiral(matrix[:2]) == [0, 1, 2, 5, 4, 3]
    assert matrix == numbered(5, 3)
    assert spiral([[]]) == []


def test_large_matrix():
    result = spiral(numbered(30, 21))
    assert len(result) == 630
    assert result[-10:] == list(range(220, 430, 21))
    assert spiral(numbered(2, 2)) == [0, 1, 3, 2]
