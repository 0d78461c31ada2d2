import pytest
from solution import read_headers


def test_headers():
    assert read_headers(b"Host: example.org\r\nAccept: a\r\n\r\nbody") == {"host": "example.org", "accept": "a"}
    assert read_headers(b"A:1\r\nB:2") == {"a": "1", "b": "2"}


def test_name_comes_again():
    assert read_headers(b"Via: a\nVIA: b\n") == {"via": "a, b"}
    assert read_headers(b"A:1\r\nB:2") == {"a": "1", "b": "2"}


def test_text():
    assert read_headers(b"Name: \xc3\xa9\n") == {"name": "é"}
    assert read_headers(b"Name: \xff!\n") == {"name": "\ufffd!"}


def test_no_header():
    with pytest.raises(ValueError):
        read_headers(b"nonsense\n")
    with pytest.raises(ValueError):
        read_headers(b": x\n")
    assert read_headers(b"Via: a\nVIA: b\n") == {"via": "a, b"}


def test_no_headers():
    assert read_headers(b"") == {}
    assert read_headers(b"\r\nA: b") == {}
    assert read_headers(b"A:1\r\nB:2") == {"a": "1", "b": "2"}
