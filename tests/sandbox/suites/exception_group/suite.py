import pytest
from solution import check, add


def test_raises():
    with pytest.raises(ValueError):
        check([-1])


def test_add():
    assert add(1, 2) == 3


def test_ok():
    assert check([1]) is None
