import pytest
from solution import letter_grade


@pytest.fixture
def grades():
    """Return the grades of several points out of one maximum, as one text."""

    def of(points, maximum):
        return " ".join(letter_grade(each, maximum) for each in points)

    return of


@pytest.mark.parametrize(
    ("limit", "above", "below"),
    [(90, "A", "B"), (80, "B", "C"), (70, "C", "D"), (60, "D", "F")],
)
def test_limits(limit, above, below):
    assert letter_grade(limit) == above
    assert letter_grade(limit - 1) == below
    assert letter_grade(10 * limit, 1000) == above
    assert letter_grade(10 * limit - 1, 1000) == below


def test_every_share_of_ten(grades):
    assert grades(range(11), 10) == "F F F F F F D C B A A+"
    assert grades([7, 14, 21], 30) == "F F C"


def test_almost_all_points(grades):
    assert grades([999, 1000], 1000) == "A A+"
    assert grades([10**17 - 1, 10**17], 10**17) == "A A+"
    assert grades([899, 900], 1000) == "B A"


def test_maximum_that_is_no_multiple_of_ten(grades):
    assert grades([13, 14, 16, 17, 18], 20) == "D C B B A"
    assert grades([4, 5, 6, 7], 7) == "F C B A+"
    assert grades([1, 2, 3], 3) == "F D A+"


def test_one_point(grades):
    assert grades([0, 1], 1) == "F A+"
    assert grades([0, 1, 2], 2) == "F F A+"
    assert grades([239, 240, 279, 280], 400) == "F D D C"


def test_points_out_of_range():
    for points, maximum in ((101, 100), (-1, 100), (6, 5), (-90, 100)):
        with pytest.raises(ValueError):
            letter_grade(points, maximum)
    assert letter_grade(0, 5) == "F"
    assert letter_grade(359, 400) == "B"
    assert letter_grade(4, 5) == "B"


def test_maximum_must_be_positive():
    for points, maximum in ((0, 0), (-5, -5), (-5, -10), (1, 0)):
        with pytest.raises(ValueError):
            letter_grade(points, maximum)
    assert letter_grade(70) == "C"
    assert letter_grade(139, 200) == "D"


def test_maximum_by_name():
    assert letter_grade(points=45, maximum=50) == "A"
    assert letter_grade(319, maximum=400) == "C"
    assert letter_grade(maximum=30, points=18) == "D"
