import pytest
from solution import decode, encode


def test_encode():
    assert encode("aaabcc") == "3ab2c"
    assert encode("abc") == "abc"


def test_decode():
    assert decode("3ab2c") == "aaabcc"
    assert decode("12xy") == "xxxxxxxxxxxxy"


def test_long_runs():
    assert encode("x" * 12 + "y") == "12xy"
    assert encode("z" * 100) == "100z"


def test_case_and_spaces():
    assert encode("aaAA  a") == "2a2A2 a"
    assert encode("Aa") == "Aa"
    assert decode("2a2A2 a") == "aaAA  a"


def test_digits_and_nothing():
    with pytest.raises(ValueError):
        encode("a1")
    assert encode("") == ""
    assert encode("bb") == "2b"
    assert decode("ab") == "ab"
