from calendar import isleap, monthrange

import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

YEARS = st.integers(1, 9999) | st.integers(1, 99).map(lambda century: 100 * century)


def days_or_error(function, year, month):
    try:
        return function(year, month)
    except ValueError:
        return ValueError


@given(YEARS)
def test_leap_years_of_the_calendar(year):
    assert solution.is_leap_year(year) is isleap(year)


@given(YEARS, st.integers(1, 12))
def test_months_of_the_calendar(year, month):
    assert solution.days_in_month(year, month) == monthrange(year, month)[1]


@given(YEARS, st.integers(-20, 30))
def test_same_as_the_reference(year, month):
    expected = days_or_error(reference.days_in_month, year, month)
    assert days_or_error(solution.days_in_month, year, month) == expected
    days = [solution.days_in_month(year, each) for each in range(1, 13)]
    assert sum(days) == 365 + solution.is_leap_year(year)
