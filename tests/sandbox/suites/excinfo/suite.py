import pytest
from solution import parse, ParseError, chk


def test_line():
    with pytest.raises(ParseError, match=r"bad at 3") as e:
        parse("x")
    assert e.value.line == 3


def test_cause():
    with pytest.raises(ParseError) as e:
        parse("x")
    assert isinstance(e.value.__cause__, ValueError)


def test_key():
    with pytest.raises(KeyError) as e:
        chk({})
    assert e.value.args == ("k",)


def test_ok():
    assert parse("5") == 5
