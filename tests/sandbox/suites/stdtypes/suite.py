import datetime, decimal, fractions
import solution


def test_nt():
    p = solution.pt()
    assert p == (1, 2) and p.x == 1 and p.y == 2


def test_enum():
    assert solution.col(1) is solution.C.RED and solution.col(2).name == "BLUE" and solution.C.BLUE.value == 2


def test_dec():
    assert solution.money("1.10") == decimal.Decimal("2.20")


def test_frac():
    assert solution.half(3) == fractions.Fraction(3, 2)


def test_date():
    assert solution.nxt(datetime.date(2024, 2, 28)) == datetime.date(2024, 2, 29)


def test_dd():
    assert solution.groups([1, 2, 3]) == {1: [1, 3], 0: [2]}


def test_ie():
    assert solution.lv() == 5


def test_big():
    assert solution.big() == 2**200
