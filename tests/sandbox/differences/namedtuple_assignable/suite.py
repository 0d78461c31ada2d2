import pytest
from solution import point, Frozen


def test_read_only():
    with pytest.raises(AttributeError):
        point().x = 5


def test_value():
    assert point().x == 1
