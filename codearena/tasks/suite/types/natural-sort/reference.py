"""Natural order of names."""

import re
from collections.abc import Iterable

_PIECE = re.compile(r"([0-9]+)|([^0-9]+)")


def natural_sort(names: Iterable[str]) -> list[str]:
    """Return the names in natural order.

    Numbers are compared by value, and come before text, which is compared in lower case.

    >>> natural_sort(["page 10", "page 9"])
    ['page 9', 'page 10']
    """
    return sorted(names, key=_key)


def _key(name: str) -> list[tuple[bool, int, str]]:
    """Return a key of pieces that can all be compared with each other.

    Each tells whether it is text, the number, and the text.
    """
    return [(bool(text), int(digits or 0), text.lower()) for digits, text in _PIECE.findall(name)]
