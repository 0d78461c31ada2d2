import pytest
from solution import days_in_month, is_leap_year


def test_every_fourth_year():
    assert is_leap_year(2024) is True
    assert is_leap_year(2023) is False
    assert days_in_month(2023, 2) == 28


def test_century_years():
    assert is_leap_year(1900) is False
    assert is_leap_year(2000) is True


def test_february_of_century_years():
    assert days_in_month(2000, 2) == 29
    assert days_in_month(1900, 2) == 28


def test_other_months():
    assert [days_in_month(2023, month) for month in (4, 7, 8, 12)] == [30, 31, 31, 31]
    with pytest.raises(ValueError):
        days_in_month(2023, 13)
    with pytest.raises(ValueError):
        days_in_month(2023, 0)
