import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text("aAbBéÉ1 ,._ß", max_size=10)
# Characters that one change of case turns into each other.
LETTERS = st.text("aAbBcC12", min_size=1, max_size=6)


@given(TEXTS | TEXTS.map(lambda text: text + text[::-1]))
def test_same_as_the_reference(text):
    assert solution.is_palindrome(text) is reference.is_palindrome(text)


@given(LETTERS, st.text(" .,'_\n", max_size=4))
def test_there_and_back(letters, between):
    assert solution.is_palindrome(letters + between + letters[::-1].swapcase()) is True
    assert solution.is_palindrome(between + letters[:-1] + letters[::-1] + between) is True
    assert solution.is_palindrome("x" + letters + between + letters[::-1] + "y") is False
