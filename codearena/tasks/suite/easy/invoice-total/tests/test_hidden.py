import pytest
from solution import invoice_total


@pytest.fixture
def lines():
    return [("cable", 7, 1), ("plug", 5, 3), ("lamp", 1, 2489), ("gift", 2, 0)]


@pytest.mark.parametrize(
    ("price", "discount", "expected"),
    [(1, 50, 1), (5, 50, 3), (250, 1, 248), (49, 50, 25), (25, 98, 1)],
)
def test_rounding(price, discount, expected):
    result = invoice_total([("thing", 1, price)], discount)
    assert isinstance(result, int)
    assert result == expected
    assert invoice_total([("thing", 2, price), ("thing", 2, price)], 50) == 2 * price


def test_rounded_once_at_the_end(lines):
    assert invoice_total(lines, 10) == 2260
    assert invoice_total([("a", 1, 1), ("b", 1, 1), ("c", 1, 1)], 50) == 2
    assert invoice_total([("a", 1, 3), ("b", 1, 3)], 33) == 4


def test_every_discount():
    amounts = [invoice_total([("thing", 1, 50)], percent) for percent in range(0, 101, 5)]
    assert amounts == [50, 48, 45, 43, 40, 38, 35, 33, 30, 28, 25, 23, 20, 18, 15, 13, 10, 8, 5, 3, 0]
    assert invoice_total([("thing", 10, 1)], 15) == 9


def test_large_amounts_are_exact():
    assert invoice_total([("ship", 3, 10**17 + 1)]) == 3 * 10**17 + 3
    assert invoice_total([("ship", 1, 10**20 + 10)], 10) == 9 * 10**19 + 9
    assert invoice_total([("ship", 1, 1)], 50) == 1


def test_lines_are_left_alone(lines):
    assert invoice_total(lines) == 2511
    assert invoice_total(lines[:2], 50) == 11
    assert invoice_total(lines[:1], 50) == 4
    assert lines == [("cable", 7, 1), ("plug", 5, 3), ("lamp", 1, 2489), ("gift", 2, 0)]


def test_order_of_lines_does_not_matter(lines):
    assert invoice_total(lines, 37) == invoice_total(lines[::-1], 37) == 1582
    assert invoice_total(lines[1:2], 70) == 5
    assert invoice_total(lines[1:2], 90) == 2


def test_many_lines():
    lines = [(f"part {n}", n, 1) for n in range(1, 1001)]
    assert invoice_total(lines) == 500500
    assert invoice_total(lines[:5], 90) == 2
    assert invoice_total(lines, 99) == 5005
