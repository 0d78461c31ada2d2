"""Counting the vowels of a text."""

VOWELS = ("a", "e", "i", "o", "u")


def count_vowels(text: str) -> int:
    """Return how many vowels text holds.

    Args:
        text: The text to look at; may be empty.

    Returns:
        The number of vowels, small and capital alike.
    """
    lowered = text.lower()
    return sum(1 for vowel in VOWELS if vowel in lowered)
