import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

CHARACTERS = st.sampled_from("aAbé \n*")
TEXTS = st.lists(st.tuples(CHARACTERS, st.integers(1, 25)), max_size=8).map(
    lambda runs: "".join(char * count for char, count in runs)
)


@given(TEXTS)
def test_same_code_as_the_reference(text):
    assert solution.encode(text) == reference.encode(text)


@given(TEXTS)
def test_round_trip_does_not_grow(text):
    code = solution.encode(text)
    assert solution.decode(code) == text
    assert len(code) <= len(text)
    assert not any(2 * char in code for char in "aAbé \n*")


@given(TEXTS, st.sampled_from("0123456789"), TEXTS)
def test_digits_are_refused_anywhere(before, digit, after):
    try:
        code = solution.encode(before + digit + after)
    except ValueError:
        code = ValueError
    assert code is ValueError
    assert solution.encode(before + after) == reference.encode(before + after)
