from solution import invoice_total


def test_without_discount():
    assert invoice_total([("pen", 3, 120), ("paper", 1, 499)]) == 859
    assert invoice_total([("book", 2, 999)]) == 1998


def test_discount():
    assert invoice_total([("pen", 3, 120)], 25) == 270
    assert invoice_total([("stamp", 1, 95)], 100) == 0
    assert invoice_total([("stamp", 4, 10)], 0) == 40


def test_half_a_cent_is_rounded_up():
    assert invoice_total([("clip", 1, 5)], 10) == 5
    assert invoice_total([("clip", 1, 5)], 50) == 3


def test_no_lines():
    assert invoice_total([]) == 0
    assert invoice_total([], 30) == 0
    assert invoice_total([("clip", 4, 10)]) == 40
