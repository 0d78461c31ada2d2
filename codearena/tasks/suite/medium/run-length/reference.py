"""Run-length encoding of text without digits."""

import re
from itertools import groupby


def encode(text: str) -> str:
    """Write each run of equal characters as its length and the character.

    Raises ValueError when text holds a digit from 0 to 9.

    >>> encode("aaabcc")
    '3ab2c'
    """
    if re.search("[0-9]", text):
        raise ValueError("text with digits cannot be encoded")
    runs = ((char, len(list(run))) for char, run in groupby(text))
    return "".join(f"{count}{char}" if count > 1 else char for char, count in runs)


def decode(code: str) -> str:
    """Return the text that was encoded.

    >>> decode("3ab2c")
    'aaabcc'
    """
    runs = re.findall("([0-9]*)([^0-9])", code)
    return "".join(char * int(count or 1) for count, char in runs)
