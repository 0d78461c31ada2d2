from decimal import Decimal

import pytest
from solution import split_bill


def shares(total, *people_and_tip):
    return [str(share) for share in split_bill(Decimal(total), *people_and_tip)]


def test_shares():
    assert shares("10.00", 3) == ["3.34", "3.33", "3.33"]
    assert shares("10.00", 1) == ["10.00"]


def test_tip():
    assert shares("20", 2, 12.5) == ["11.25", "11.25"]
    assert shares("20", 2, Decimal("12.5")) == ["11.25", "11.25"]
    assert shares("0.30", 2, 15) == ["0.18", "0.17"]


def test_half_a_cent_of_tip_is_rounded_up():
    assert shares("0.30", 1, 15) == ["0.35"]
    assert shares("10.00", 3) == ["3.34", "3.33", "3.33"]


def test_nobody_pays():
    with pytest.raises(ValueError):
        split_bill(Decimal("5.00"), 0)
    assert shares("5.00", 2) == ["2.50", "2.50"]
