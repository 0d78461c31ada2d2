"""Counting vowels."""

VOWELS = frozenset("aeiouAEIOU")


def count_vowels(text: str) -> int:
    """Return how many characters of text are vowels: a, e, i, o or u, small or capital.

    >>> count_vowels("banana")
    3
    """
    return sum(character in VOWELS for character in text)
