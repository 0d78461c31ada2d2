"""Palindromes that may hold spaces and punctuation."""

import re

NOT_A_LETTER = re.compile(r"[^a-z]")


def is_palindrome(text: str) -> bool:
    """Tell whether text reads the same forwards and backwards.

    Args:
        text: Any text; case and punctuation do not matter.

    Returns:
        Whether it is a palindrome.
    """
    letters = NOT_A_LETTER.sub("", text.lower())
    return letters == letters[::-1]
