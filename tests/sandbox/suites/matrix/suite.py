import pytest

from solution import Matrix, ShapeError, identity

A = [[1, 2], [3, 4]]


@pytest.fixture
def a():
    return Matrix(A)


@pytest.fixture(scope="module")
def wide():
    return Matrix([[1, 2, 3], [4, 5, 6]])


@pytest.mark.parametrize("n", [1, 2, 5])
def test_identity(n):
    unit = identity(n)
    assert [[unit[i, j] for j in range(n)] for i in range(n)] == [[int(i == j) for j in range(n)] for i in range(n)]


def test_product(a, wide):
    assert a @ identity(2) == a
    assert (a @ wide).rows() == [[9, 12, 15], [19, 26, 33]]


def test_wrong_shapes(wide):
    with pytest.raises(ShapeError, match=r"2x3 .* 2x3"):
        wide @ wide


@pytest.mark.parametrize("factor", [0, -1, 0.5])
def test_scalar(a, factor):
    assert (a * factor).rows() == [[v * factor for v in row] for row in A]
    assert factor * a == a * factor


def test_transposed(wide):
    assert wide.T.shape == (3, 2)
    assert wide.T.T == wide


def test_set_one(a):
    a[0, 1] = 9
    assert a[0, 1] == 9
    assert A == [[1, 2], [3, 4]]


def test_index_error(a):
    with pytest.raises(IndexError):
        a[2, 0]


def test_rows_are_fresh(a):
    a.rows()[0][0] = 100
    assert a[0, 0] == 1


@pytest.mark.parametrize(
    ("rows", "expected"),
    [([[3]], 3), ([[1, 2], [3, 4]], -2), ([[2, 0, 1], [1, 3, 2], [1, 1, 1]], 0), ([[0, 1], [1, 0]], -1)],
    ids=["one", "two", "singular", "swap"],
)
def test_determinant(rows, expected):
    assert Matrix(rows).det() == pytest.approx(expected)


def test_minus_and_negative(a):
    assert a - a == a * 0
    assert -a == a * -1


def test_iteration(wide):
    assert [sum(row) for row in wide] == [6, 15]
    first, second = wide
    assert list(first) == [1, 2, 3]


def test_copy(a):
    other = a.copy()
    other[0, 0] = 7
    assert a[0, 0] == 1
    assert other != a


def test_text(a):
    assert repr(a) == "Matrix([[1, 2], [3, 4]])"
    assert str(a) == "1 2\n3 4"
    assert f"{a:.1f}" == "1.0 2.0\n3.0 4.0"


def test_in_place(a):
    same = a
    a += a
    assert same is a
    assert a.rows() == [[2, 4], [6, 8]]


def test_truth(a):
    assert a
    assert not a * 0
