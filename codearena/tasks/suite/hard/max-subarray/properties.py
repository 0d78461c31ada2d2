import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.lists(st.integers(-12, 12), max_size=12)


@given(NUMBERS)
def test_same_as_the_reference(numbers):
    assert solution.max_subarray(list(numbers)) == reference.max_subarray(numbers)


@given(NUMBERS.filter(bool), NUMBERS.filter(bool))
def test_what_nothing_crosses(numbers, others):
    best, other = solution.max_subarray(list(numbers)), solution.max_subarray(list(others))
    assert solution.max_subarray(numbers[::-1]) == best
    assert solution.max_subarray([number - 13 for number in numbers]) == max(numbers) - 13
    assert solution.max_subarray([*numbers, -1000, *others]) == max(best, other)


@given(NUMBERS, st.integers(1, 99))
def test_a_large_number_takes_the_best_of_both_sides(numbers, factor):
    large = 1000 * factor
    doubled = [*numbers[::-1], large, *numbers]
    reach = solution.max_subarray([large, *numbers])
    assert reach == large + max(sum(numbers[:end]) for end in range(len(numbers) + 1))
    assert solution.max_subarray(doubled) == 2 * reach - large
    assert solution.max_subarray([-large - 1, -large, -large - 2]) == -large
