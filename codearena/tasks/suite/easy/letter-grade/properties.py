import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

MAXIMA = st.integers(1, 400)


def grade_or_error(function, points, maximum):
    try:
        return function(points, maximum)
    except ValueError:
        return ValueError


@given(st.integers(-5, 405), st.integers(-2, 400))
def test_same_as_the_reference(points, maximum):
    expected = grade_or_error(reference.letter_grade, points, maximum)
    assert grade_or_error(solution.letter_grade, points, maximum) == expected


@given(MAXIMA, st.integers(60, 99))
def test_limits(maximum, percent):
    grade = "FFFFFFDCBA"[percent // 10]
    points = -(-percent * maximum // 100)
    reached = solution.letter_grade(points, maximum)
    assert reached == reference.letter_grade(points, maximum)
    assert solution.letter_grade(percent * maximum, 100 * maximum) == grade
    assert solution.letter_grade(percent * maximum * 10**20, 10**22 * maximum) == grade


@given(MAXIMA.flatmap(lambda top: st.tuples(st.integers(0, top), st.just(top))), st.integers(2, 50))
def test_only_the_share_matters(drawn, factor):
    points, maximum = drawn
    grade = solution.letter_grade(points, maximum)
    assert solution.letter_grade(points * factor, maximum * factor) == grade
    assert (grade == "A+") == (points == maximum)
