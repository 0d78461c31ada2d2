"""Text that came from others, on its way to a terminal."""

from __future__ import annotations


def clean(text: str) -> str:
    r"""Return ``text`` with all that could steer a terminal written out: controls, direction marks, lone surrogates.

    >>> print(clean("\x1b[2Jwiped"))
    \x1b[2Jwiped
    """
    return "".join(char if char.isprintable() or char in "\n\t" else char.encode("unicode_escape").decode() for char in text)


def count(number: int, noun: str) -> str:
    """Return ``number`` with ``noun``, in the plural where there is not one of it.

    >>> count(1, "test"), count(0, "test")
    ('1 test', '0 tests')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
