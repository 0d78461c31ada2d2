"""Run-length encoding."""

from itertools import groupby

DIGITS = frozenset("0123456789")


def encode(text: str) -> str:
    """Write each run of equal characters as its length and the character.

    Args:
        text: The text to encode.

    Returns:
        The code.

    Raises:
        ValueError: If the text holds a digit.
    """
    if DIGITS.intersection(text):
        raise ValueError("text must not hold digits")
    return "".join(f"{len(list(run))}{char}" for char, run in groupby(text))


def decode(code: str) -> str:
    """Return the text that was encoded.

    Args:
        code: The result of encode.

    Returns:
        The text.
    """
    counts = code[0::2]
    chars = code[1::2]
    return "".join(int(count) * char for count, char in zip(counts, chars))
