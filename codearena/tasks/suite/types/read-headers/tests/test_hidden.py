import pytest
from solution import read_headers


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_ends_of_lines(end):
    assert read_headers(end.join([b"A: 1", b"B: 2", b"a: 3", b"", b"C: 4"])) == {"a": "1, 3", "b": "2"}
    assert read_headers(b"Q: \xe2\x82\xac" + end) == {"q": "€"}
    assert read_headers(end + b"A: 1") == {}


def test_ends_of_lines_may_be_mixed():
    assert read_headers(b"A: 1\nB: 2\r\nC: 3\n\r\nD: 4") == {"a": "1", "b": "2", "c": "3"}
    assert read_headers(b"A: 1\r\n\nB: 2") == {"a": "1"}
    assert read_headers(b"A: 1\r\nA: \r\nA: 2") == {"a": "1, , 2"}


def test_only_these_end_a_line():
    assert read_headers(b"A: x\x0bB: y\n") == {"a": "x\x0bB: y"}
    assert read_headers("A: x\u2028y\x85z".encode()) == {"a": "x\u2028y\x85z"}
    assert read_headers(b"A: x\ry\n") == {"a": "x\ry"}


def test_body_is_of_no_concern():
    assert read_headers(b"A: 1\nA: 2\n\nno header\n\xff\x00") == {"a": "1, 2"}
    assert read_headers(b"\n\xfe\xff nothing") == {}
    assert read_headers(b"Len: 3\r\n\r\n" + bytes(range(256))) == {"len": "3"}


def test_spaces_and_tabs():
    assert read_headers(b" A \t:\t 1 2 \t\nB:\nB :  x") == {"a": "1 2", "b": ", x"}
    assert read_headers(b"A:   \r\n") == {"a": ""}
    assert read_headers("A: \u00a01\u00a0\n".encode()) == {"a": "\u00a01\u00a0"}


def test_colons_in_values():
    assert read_headers(b"Host: [::1]:80\nhost: b:c\n") == {"host": "[::1]:80, b:c"}
    assert read_headers(b"T::\n") == {"t": ":"}


@pytest.mark.parametrize("line", [b"no colon", b" \t: x", b" "])
def test_lines_that_are_no_header(line):
    with pytest.raises(ValueError):
        read_headers(b"A: 1\n" + line + b"\nB: 2\n")
    assert read_headers(b"A: 1\nA: \xfc\n\n" + line) == {"a": "1, \ufffd"}
    assert read_headers(b"A: 1") == {"a": "1"}


def test_bytes_that_are_no_text():
    assert read_headers(b"A\xff: \xc3\nB: \xc3\xbc\n") == {"a\ufffd": "\ufffd", "b": "ü"}
    assert read_headers(b"X: \xe2\x82\n") == {"x": "\ufffd"}


def test_kind_of_result():
    headers = read_headers(b"\xc3\x84: 1\r\n\xc3\xa4: 2\r\n")
    assert isinstance(headers, dict)
    assert headers == {"ä": "1, 2"}
    assert all(isinstance(each, str) for pair in headers.items() for each in pair)
    assert read_headers(b"b': \\n\n") == {"b'": "\\n"}
