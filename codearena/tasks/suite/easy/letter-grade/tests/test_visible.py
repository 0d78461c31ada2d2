import pytest
from solution import letter_grade


def test_grades():
    assert [letter_grade(points) for points in (95, 85, 75, 65, 50)] == ["A", "B", "C", "D", "F"]
    assert letter_grade(90) == "A"
    assert letter_grade(89) == "B"


def test_all_points():
    assert letter_grade(100) == "A+"
    assert letter_grade(40, 40) == "A+"
    assert letter_grade(0) == "F"


def test_shares_are_not_rounded():
    assert letter_grade(179, 200) == "B"
    assert letter_grade(180, 200) == "A"


def test_out_of_range():
    with pytest.raises(ValueError):
        letter_grade(41, 40)
    with pytest.raises(ValueError):
        letter_grade(-1)
    assert letter_grade(90) == "A"
