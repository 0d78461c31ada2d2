import reference
import solution
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(-200, 200), st.integers(-2, 40))
def test_same_as_the_reference(first, more):
    expected = reference.fizzbuzz(first, first + more)
    assert solution.fizzbuzz(first, first + more) == expected


@given(st.integers(-999, 999), st.integers(1, 30))
def test_one_word_for_each_number(first, count):
    words = solution.fizzbuzz(first, first + count - 1)
    assert len(words) == count
    assert [word.startswith("Fizz") for word in words] == [n % 3 == 0 for n in range(first, first + count)]
    assert [word.endswith("Buzz") for word in words] == [n % 5 == 0 for n in range(first, first + count)]
    assert solution.fizzbuzz(first, first + count) == words + solution.fizzbuzz(first + count, first + count)
