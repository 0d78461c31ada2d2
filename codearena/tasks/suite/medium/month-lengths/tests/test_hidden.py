import pytest
from solution import days_in_month, is_leap_year


@pytest.mark.parametrize("year", [400, 1600, 2400])
def test_divisible_by_400(year):
    assert is_leap_year(year) is True
    assert is_leap_year(year + 100) is False
    assert days_in_month(year, 2) == 29
    assert days_in_month(year - 100, 2) == 28


@pytest.mark.parametrize("month", [0, 13, -1])
def test_no_such_month(month):
    with pytest.raises(ValueError):
        days_in_month(2024, month)
    assert days_in_month(2024, 12) == 31
    assert days_in_month(2100, 2) == 28
    assert days_in_month(2024, 2) == 29


def test_leap_years_of_four_centuries():
    leap = [year for year in range(1801, 2201) if is_leap_year(year)]
    assert len(leap) == 97
    assert leap[:3] == [1804, 1808, 1812]
    assert not {1900, 2100, 2200} & set(leap)
    assert 2000 in leap


def test_lengths_add_up():
    def days(year):
        return sum(days_in_month(year, month) for month in range(1, 13))

    assert days(2023) == 365
    assert days(2024) == 366
    assert days(2100) == 365
    assert days(2000) == 366


def test_all_months_of_a_year():
    lengths = [days_in_month(1800, month) for month in range(1, 13)]
    assert lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    lengths = [days_in_month(800, month) for month in range(1, 13)]
    assert lengths == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_first_and_last_years():
    assert is_leap_year(4) is True
    assert is_leap_year(100) is False
    assert is_leap_year(9996) is True
    assert is_leap_year(1) is False
    assert days_in_month(9999, 8) == 31
    assert days_in_month(400, 2) == 29
