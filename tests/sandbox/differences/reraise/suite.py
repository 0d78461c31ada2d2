import pytest
from solution import call, Refused


class Mine(Exception):
    pass


def test_own_passes_through():
    error = Mine("m")

    def f():
        raise error

    with pytest.raises(Mine) as caught:
        call(f)
    assert caught.value is error


def test_theirs_from_callback():
    def f():
        raise Refused("x")

    with pytest.raises(Refused):
        call(f)


def test_made():
    assert Refused("x", code=3).code == 3
