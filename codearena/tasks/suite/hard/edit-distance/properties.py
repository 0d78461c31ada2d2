import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text("abC", max_size=6)


@given(TEXTS, TEXTS)
def test_same_as_the_reference(a, b):
    assert solution.edit_distance(a, b) == reference.edit_distance(a, b)


@given(TEXTS, TEXTS, TEXTS)
def test_it_is_a_distance(a, b, c):
    direct = solution.edit_distance(a, c)
    assert (direct == 0) == (a == c)
    assert solution.edit_distance(c, a) == direct
    detour = solution.edit_distance(a, b) + solution.edit_distance(b, c)
    assert abs(len(a) - len(c)) <= direct <= min(detour, max(len(a), len(c)))


@given(TEXTS, TEXTS, st.text("abC", min_size=1, max_size=3))
def test_beginning_end_and_insertion(a, b, text):
    distance = solution.edit_distance(a, b)
    assert solution.edit_distance(text + a, text + b) == distance
    assert solution.edit_distance(a + text, b + text) == distance
    assert solution.edit_distance(a + b, a + text + b) == len(text)
