from decimal import Decimal

import pytest
from solution import split_bill


@pytest.fixture
def shares():
    """Return the shares as one text."""

    def of(total, *people_and_tip):
        return " ".join(map(str, split_bill(Decimal(total), *people_and_tip)))

    return of


@pytest.mark.parametrize(
    ("total", "tip", "expected"),
    [("0.10", 5, "0.06 0.05"), ("1.01", 50, "0.76 0.76"), ("2.50", 3.8, "1.30 1.30"), ("0.02", 25, "0.02 0.01")],
)
def test_tips(shares, total, tip, expected):
    assert shares(total, 2, tip) == expected
    assert shares(total, 2, Decimal(str(tip))) == expected
    assert shares("0.05", 2) == "0.03 0.02"


def test_kind_of_result(shares):
    result = split_bill(Decimal("1"), 3, 0.0)
    assert isinstance(result, list)
    assert all(isinstance(share, Decimal) for share in result)
    assert result == [Decimal("0.34"), Decimal("0.33"), Decimal("0.33")]
    assert shares("7", 2) == "3.50 3.50"


def test_first_ones_pay_a_cent_more(shares):
    assert shares("0.05", 3) == "0.02 0.02 0.01"
    assert shares("100.01", 6) == "16.67 16.67 16.67 16.67 16.67 16.66"
    assert shares("0.02", 4) == "0.01 0.01 0.00 0.00"


def test_shares_add_up():
    for people in range(1, 30):
        paid = split_bill(Decimal("99.99"), people, 10)
        assert sum(paid) == Decimal("109.99")
        assert len(paid) == people
        assert paid == sorted(paid, reverse=True)
        assert paid[0] - paid[-1] <= Decimal("0.01")


def test_floats_are_what_they_show(shares):
    assert shares("50.00", 1, 0.01) == "50.01"
    assert shares("10.00", 1, 0.15) == "10.02"
    assert shares("10.00", 1, 0.25) == "10.03"
    assert shares("10.00", 3, 2.675) == "3.43 3.42 3.42"
    assert shares("1000.00", 1, 1.0005) == "1010.01"


def test_large_totals_are_exact(shares):
    assert shares("99999999999999.99", 2) == "50000000000000.00 49999999999999.99"
    assert shares("12345678901234567.01", 1, 10) == "13580246791358023.71"
    assert shares("0.01", 1, 100) == "0.02"


def test_nothing_to_pay(shares):
    assert shares("0", 2, 20) == "0.00 0.00"
    assert shares("0.00", 1) == "0.00"
    assert shares("0.01", 2) == "0.01 0.00"


@pytest.mark.parametrize("people", [0, -1])
def test_too_few_people(shares, people):
    with pytest.raises(ValueError):
        split_bill(Decimal("5.00"), people, 10)
    assert shares("5.05", 2, 0.1) == "2.53 2.53"
    assert shares("5.00", 3, 0.1) == "1.67 1.67 1.67"
    assert shares("5.01", 2) == "2.51 2.50"
