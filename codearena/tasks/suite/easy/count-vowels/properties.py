import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text("aeiouAEIOUybcXYZé 1", max_size=20)


@given(TEXTS)
def test_same_as_the_reference(text):
    assert solution.count_vowels(text) == reference.count_vowels(text)


@given(TEXTS, TEXTS, st.sampled_from("aeiouAEIOU"), st.integers(1, 9))
def test_vowels_of_the_parts(before, after, vowel, times):
    both = solution.count_vowels(before) + solution.count_vowels(after)
    assert solution.count_vowels(before + vowel * times + after) == both + times
