from pytest import approx
from solution import average


def test_whole_numbers():
    assert average([1, 2, 3, 10]) == approx(4.0)
    assert average([1, 2]) == approx(1.5)


def test_one_number():
    assert average([7]) == approx(7.0)
    assert average([-2.5]) == approx(-2.5)
    assert average([2, 2.5]) == approx(2.25)


def test_empty_list():
    assert average([]) == 0.0
    assert isinstance(average([]), float)
    assert average([0, 0, 1, 0]) == approx(0.25)


def test_decimals():
    assert average([0.1, 0.2, 0.6]) == approx(0.3)
    assert average([2.5, 3.0, 6.5]) == approx(4.0)
