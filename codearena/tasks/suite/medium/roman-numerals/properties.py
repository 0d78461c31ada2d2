import reference
import solution
from hypothesis import given
from hypothesis import strategies as st


def value_or_error(function, argument):
    try:
        return function(argument)
    except ValueError:
        return ValueError


@given(st.integers(-50, 4100))
def test_numerals_of_the_reference(number):
    expected = value_or_error(reference.to_roman, number)
    assert value_or_error(solution.to_roman, number) == expected


@given(st.text("IVXLCDM", max_size=6) | st.integers(1, 3999).map(reference.to_roman))
def test_numbers_of_the_reference(text):
    expected = value_or_error(reference.from_roman, text)
    assert value_or_error(solution.from_roman, text) == expected


@given(st.integers(1, 3999))
def test_round_trip(number):
    numeral = solution.to_roman(number)
    assert set(numeral) <= set("IVXLCDM")
    assert solution.from_roman(numeral) == number
