import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text("abcdE é", max_size=16)


@given(TEXTS)
def test_same_as_the_reference(text):
    assert solution.longest_unique(text) == reference.longest_unique(text)


@given(TEXTS.filter(bool))
def test_no_part_is_longer(text):
    part = solution.longest_unique(text)
    assert part in text
    assert len(set(part)) == len(part)
    size = len(part) + 1
    longer = (text[i : i + size] for i in range(len(text) - len(part)))
    assert all(len(set(each)) < size for each in longer)


@given(st.text("abcdefghij", min_size=1).map(dict.fromkeys).map("".join))
def test_there_and_back(letters):
    assert solution.longest_unique(letters) == letters
    assert solution.longest_unique(letters + letters[::-1]) == letters
    assert solution.longest_unique(letters + letters) == letters
