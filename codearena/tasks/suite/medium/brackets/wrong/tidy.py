"""A check of brackets in a text."""

from collections import Counter

PAIRS: dict[str, str] = {")": "(", "]": "[", "}": "{"}


def first_error(text: str) -> int:
    """Return the index of the first wrong bracket.

    Args:
        text: The text to check.

    Returns:
        The index, or -1 when all brackets are in order.
    """
    opened: Counter[str] = Counter()
    for index, char in enumerate(text):
        if char in PAIRS.values():
            opened[char] += 1
        elif char in PAIRS:
            opened[PAIRS[char]] -= 1
            if opened[PAIRS[char]] < 0:
                return index
    for char, count in opened.items():
        if count > 0:
            return text.index(char)
    return -1
