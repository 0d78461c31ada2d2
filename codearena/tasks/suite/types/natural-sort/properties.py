import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NAMES = st.lists(st.text("aAbB019 ", max_size=5), max_size=8)


@given(NAMES)
def test_same_as_the_reference(names):
    assert solution.natural_sort(list(names)) == reference.natural_sort(names)


@given(NAMES)
def test_it_is_an_order(names):
    ordered = solution.natural_sort(list(names))
    assert sorted(ordered) == sorted(names)
    assert solution.natural_sort(ordered) == ordered


@given(st.lists(st.integers(0, 10**12), max_size=6), st.sampled_from(["", "page ", "b"]))
def test_numbers_by_value(numbers, before):
    names = [f"{before}{number}" for number in numbers]
    expected = [f"{before}{number}" for number in sorted(numbers)]
    assert solution.natural_sort(names) == expected
    assert solution.natural_sort([*names, f"{before}x"]) == [*expected, f"{before}x"]
