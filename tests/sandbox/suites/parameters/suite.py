import pytest
from pytest import approx, mark, param, raises

import solution

CASES = [(5, 0, 10, 5), (-1, 0, 10, 0), (11, 0, 10, 10)]


@mark.parametrize("value, low, high, expected", CASES)
def test_clamp(value, low, high, expected):
    assert solution.clamp(value, low, high) == expected


@mark.parametrize("low", [1, 2])
@mark.parametrize("high", [0, param(-1, id="negative")])
def test_order(low, high):
    with raises(ValueError, match="above"):
        solution.clamp(0, low, high)


@mark.parametrize("values", [{"a": 1.0, "b": 2.0}, {}])
def test_scale(values):
    before = dict(values)
    assert solution.scale(values, 0.1) == approx({name: value / 10 for name, value in before.items()})
    assert values == before


@mark.parametrize("function", [solution.clamp, solution.scale])
def test_callable(function):
    assert callable(function)
    assert function.__name__ in ("clamp", "scale")


@mark.skip(reason="not counted")
def test_skipped():
    raise AssertionError


def test_keyword():
    assert solution.scale(values={"x": 3}, factor=2) == {"x": 6}
    assert solution.clamp(2.5, low=0, high=pytest.approx(2.5).expected) == 2.5
