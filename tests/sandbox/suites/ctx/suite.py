import pytest
from solution import Timer, tag


def test_ok():
    with Timer() as t:
        assert t.on
    assert t.log == ["in", None] and not t.on


def test_suppress():
    with Timer() as t:
        raise KeyError("x")
    assert t.log[-1] == "KeyError"


def test_prop():
    with pytest.raises(ValueError):
        with Timer():
            raise ValueError


def test_gen():
    o = []
    with tag(o, "b") as v:
        o.append(v)
    assert o == ["<b>", "B", "</b>"]
