import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.lists(st.integers(-20, 20), max_size=14)


@given(NUMBERS, st.integers(1, 8))
def test_same_as_the_reference(numbers, size):
    expected = reference.window_maximum(list(numbers), size)
    assert solution.window_maximum(numbers, size) == expected


@given(NUMBERS, st.integers(2, 8))
def test_larger_windows_from_smaller_ones(numbers, size):
    smaller = solution.window_maximum(numbers, size - 1)
    pairs = [max(pair) for pair in zip(smaller, smaller[1:])]
    assert solution.window_maximum(numbers, size) == pairs
    assert solution.window_maximum(numbers, 1) == numbers


@given(NUMBERS, st.integers(1, 8), st.integers(-3, 0))
def test_backwards_and_sizes_below_one(numbers, size, bad):
    maxima = solution.window_maximum(numbers, size)
    assert len(maxima) == max(0, len(numbers) - size + 1)
    assert solution.window_maximum(numbers[::-1], size) == maxima[::-1]
    try:
        refused = solution.window_maximum(numbers, bad)
    except ValueError:
        refused = ValueError
    assert refused is ValueError
