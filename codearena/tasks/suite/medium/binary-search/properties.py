import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

ITEMS = st.lists(st.integers(-9, 9), max_size=16).map(sorted)


@given(ITEMS, st.integers(-10, 10))
def test_same_as_the_reference(items, target):
    expected = reference.binary_search(items, target)
    assert solution.binary_search(list(items), target) == expected


@given(ITEMS.filter(bool).flatmap(lambda items: st.tuples(st.just(items), st.sampled_from(items))))
def test_what_is_there_is_found(drawn):
    items, target = drawn
    at = solution.binary_search(list(items), target)
    assert at == items.index(target)
    without = [item for item in items if item != target]
    assert solution.binary_search(without, target) == -1


@given(ITEMS, st.integers(1, 5), st.integers(100, 10**9))
def test_twice_and_at_the_end(items, times, large):
    assert solution.binary_search([*items, *[large] * times], large) == len(items)
    assert solution.binary_search([-large, *items], -large) == 0
    doubled = [item for item in items for _ in range(2)]
    places = [solution.binary_search(doubled, item) for item in items]
    assert places == [2 * items.index(item) for item in items]
