"""Longest part without a repeat in linear time."""


def longest_unique(text: str) -> str:
    """Return the longest part of text without a repeated character.

    Args:
        text: Any text; may be empty.

    Returns:
        The first of the longest parts.
    """
    last_seen: dict[str, int] = {}
    best = ""
    start = 0
    for index, char in enumerate(text):
        if char in last_seen:
            start = last_seen[char] + 1
        last_seen[char] = index
        if index - start + 1 > len(best):
            best = text[start : index + 1]
    return best
