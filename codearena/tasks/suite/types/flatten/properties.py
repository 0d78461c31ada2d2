import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

ITEMS = st.integers(-3, 3) | st.sampled_from(["", "ab", None, 0.5, True])
NESTED = st.lists(
    st.recursive(
        ITEMS,
        lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple),
        max_leaves=10,
    ),
    max_size=4,
)


@given(NESTED)
def test_same_as_the_reference(nested):
    assert repr(solution.flatten(nested)) == repr(reference.flatten(nested))


@given(NESTED, NESTED)
def test_lists_in_a_row_and_in_lists(one, other):
    flat = solution.flatten(one) + solution.flatten(other)
    assert solution.flatten(one + other) == flat
    assert solution.flatten([[one, ()], (other,)]) == flat
    assert solution.flatten([1, one, "end"]) == [1, *solution.flatten(one), "end"]
    assert solution.flatten(solution.flatten(one)) == solution.flatten(one)
