import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.lists(st.integers(-12, 12), max_size=10)


@given(NUMBERS, st.integers(-15, 15))
def test_same_as_the_reference(numbers, target):
    expected = reference.two_sum(list(numbers), target)
    assert solution.two_sum(numbers, target) == expected


@given(NUMBERS, st.integers(-12, 12), st.integers(-12, 12))
def test_a_pair_at_the_end_is_found(numbers, a, b):
    i, j = solution.two_sum([*numbers, a, b], a + b)
    longer = [*numbers, a, b]
    assert 0 <= i < j < len(longer)
    assert longer[i] + longer[j] == a + b
    assert solution.two_sum(longer[:j], a + b) is None


@given(st.lists(st.integers(-99, 99), min_size=2, max_size=10, unique=True))
def test_parity(numbers):
    doubled = [2 * number for number in numbers]
    assert solution.two_sum(doubled, 2 * numbers[0] + 1) is None
    assert solution.two_sum(doubled, doubled[0] + doubled[1]) == (0, 1)
