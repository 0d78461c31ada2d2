"""Palindromes in ordinary text."""


def is_palindrome(text: str) -> bool:
    """Tell whether the letters and digits of text read the same both ways.

    Case does not matter, and neither does anything else between them.

    >>> is_palindrome("Madam, I'm Adam!")
    True
    """
    kept = "".join(filter(str.isalnum, text)).casefold()
    return kept == kept[::-1]
