"""Longest part without a repeat by a sliding window."""


def longest_unique(text: str) -> str:
    """Return the first longest part of text without a repeated character.

    One pass; space for each different character.

    >>> longest_unique("pwwkew")
    'wke'
    """
    last_at: dict[str, int] = {}
    start = 0
    longest = slice(0, 0)
    for index, char in enumerate(text):
        # A repeat from before the window does not matter: never step back.
        start = max(start, last_at.get(char, -1) + 1)
        last_at[char] = index
        if index + 1 - start > longest.stop - longest.start:
            longest = slice(start, index + 1)
    return text[longest]
