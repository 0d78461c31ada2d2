import pytest
from pytest import approx
from solution import average


@pytest.fixture
def readings():
    return [12, 3, 3, 40, -8, 3]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([4, 4, 7], 5.0), ([3, 8, 8, 12], 7.75), ([0, 0, -6], -2.0)],
)
def test_result_is_a_float(numbers, expected):
    result = average(numbers)
    assert isinstance(result, float)
    assert result == approx(expected)
    assert average(numbers[1:]) == approx(sum(numbers[1:]) / (len(numbers) - 1))


def test_negative_numbers():
    assert average([-1, -2, -9]) == approx(-4.0)
    assert average([-5, -10]) == approx(-7.5)
    assert average([-3, 4]) == approx(0.5)


def test_list_is_left_alone(readings):
    assert average(readings) == approx(53 / 6)
    assert average([1, 1, 10]) == approx(4.0)
    assert readings == [12, 3, 3, 40, -8, 3]


def test_order_does_not_matter(readings):
    for numbers in (readings, readings[::-1], sorted(readings)):
        assert average(numbers) == approx(53 / 6)
    assert average(readings[:2]) == approx(7.5)


def test_zeros_count():
    assert average([0, 0, 0]) == approx(0.0)
    assert average([0, 0, 0, 0, 10]) == approx(2.0)
    assert average([0, 1]) == approx(0.5)


def test_many_numbers():
    assert average(list(range(1000))) == approx(499.5)
    assert average([n * n for n in range(1, 101)]) == approx(3383.5)
    assert isinstance(average([]), float)


def test_calls_are_independent():
    assert average([10, 20, 60]) == approx(30.0)
    assert average([1, 1, 2]) == approx(4 / 3)
    assert average([10, 20, 60]) == approx(30.0)
