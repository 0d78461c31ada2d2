"""Run-length encoding of a text."""

from collections import Counter


def run_lengths(text: str) -> list[tuple[str, int]]:
    """Return each run of equal characters with its length.

    Args:
        text: The text to encode; may be empty.

    Returns:
        Pairs of character and length, in the order of the text.
    """
    return list(Counter(text).items())
