import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

ENDS = st.sampled_from([b"\n", b"\r\n"])
LINES = st.sampled_from(
    [b"Host: a", b"host:b:c", b"X \t:", b"A:\xff \xc3\xa9", b"Via:\x0bq", b"V\x85: 1", b"Date:\t7 "]
)
BAD = st.sampled_from([b"nonsense", b": x", b" :y", b"\t"])


def headers_or_error(function, data):
    try:
        return function(data)
    except ValueError:
        return ValueError


@given(st.lists(st.tuples(LINES | BAD | st.just(b""), ENDS).map(b"".join), max_size=6))
def test_same_as_the_reference(lines):
    data = b"".join(lines)
    expected = headers_or_error(reference.read_headers, data)
    assert headers_or_error(solution.read_headers, data) == expected


@given(st.lists(LINES, max_size=6), ENDS, st.binary(max_size=8))
def test_the_body_is_of_no_concern(lines, end, body):
    data = b"".join(line + end for line in lines)
    headers = solution.read_headers(data)
    assert headers == reference.read_headers(data)
    assert solution.read_headers(data + end + body) == headers


@given(st.lists(st.tuples(st.sampled_from(["Ab", "aB", "c"]), st.integers(0, 999)), max_size=6))
def test_values_are_joined(pairs):
    expected = {}
    for name, value in pairs:
        expected.setdefault(name.lower(), []).append(str(value))
    data = "".join(f"{name}:{value}\n" for name, value in pairs)
    found = solution.read_headers(data.encode())
    assert found == {name: ", ".join(values) for name, values in expected.items()}
    assert headers_or_error(solution.read_headers, data.encode() + b"x\n") is ValueError
