import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.lists(st.integers(-1000, 1000), max_size=12)


@given(NUMBERS)
def test_same_as_the_reference(numbers):
    mean = solution.average(list(numbers))
    assert isinstance(mean, float)
    assert abs(mean - reference.average(numbers)) < 1e-9


@given(NUMBERS.filter(bool), st.integers(-50, 50))
def test_it_moves_with_the_numbers(numbers, step):
    moved = solution.average([number + step for number in numbers])
    assert abs(moved - solution.average(numbers) - step) < 1e-9
    assert abs(solution.average(numbers * 3) * len(numbers) - sum(numbers)) < 1e-6
