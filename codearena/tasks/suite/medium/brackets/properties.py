import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

BALANCED = st.recursive(
    st.just(""),
    lambda inner: st.builds(
        lambda pair, a, b: pair[0] + a + pair[1] + b,
        st.sampled_from(["()", "[]", "{}"]),
        inner,
        inner,
    ),
    max_leaves=12,
)


@given(st.text("()[]{}x", max_size=12) | BALANCED)
def test_same_as_the_reference(text):
    assert solution.first_error(text) == reference.first_error(text)


@given(BALANCED, BALANCED, st.sampled_from("()[]{}"))
def test_one_bracket_too_many(before, after, bracket):
    assert solution.first_error(before + after) == -1
    assert solution.first_error(before + bracket + after) == len(before)


@given(st.text("()[]{}x", max_size=12))
def test_where_the_error_is(text):
    at = solution.first_error(text)
    if at == -1:
        assert solution.first_error(text + "]") == len(text)
    elif text[at] in ")]}":
        assert solution.first_error(text[: at + 1] + "([{") == at
    else:
        assert text[at] in "([{"
        assert solution.first_error(text[:at]) == -1
