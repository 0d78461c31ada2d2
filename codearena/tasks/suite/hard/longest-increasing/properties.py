import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.lists(st.integers(-9, 9), max_size=14)


@given(NUMBERS)
def test_same_as_the_reference(numbers):
    expected = reference.longest_increasing(list(numbers))
    assert solution.longest_increasing(numbers) == expected


@given(NUMBERS.filter(bool))
def test_longer_by_one(numbers):
    longest = solution.longest_increasing(numbers)
    above, below = max(numbers) + 1, min(numbers) - 1
    assert 1 <= longest <= len(set(numbers))
    assert solution.longest_increasing([*numbers, above]) == longest + 1
    assert solution.longest_increasing([below, *numbers, below]) == longest + 1
    assert solution.longest_increasing(sorted(numbers)) == len(set(numbers))


@given(NUMBERS)
def test_backwards_and_doubled(numbers):
    longest = solution.longest_increasing(numbers)
    turned = [-number for number in reversed(numbers)]
    assert solution.longest_increasing(turned) == longest
    doubled = [number for number in numbers for _ in range(2)]
    assert solution.longest_increasing(doubled) == longest
    raised = [number + 20 for number in numbers]
    assert solution.longest_increasing(numbers + raised) == 2 * longest
    assert solution.longest_increasing([*raised, 0]) == max(longest, 1)
