"""Labels for shelves."""

from collections.abc import Iterable


def shelf_labels(codes: Iterable[str | int]) -> list[str]:
    """Return the label of each code: text in capital letters, numbers with four digits.

    Raises ValueError for a code that is empty or below zero, TypeError for any other kind.

    >>> shelf_labels(["ab-1", 7])
    ['AB-1', '0007']
    """
    return [_label(code) for code in codes]


def _label(code: str | int) -> str:
    """Return the label of one code."""
    # bool is a subclass of int, yet a truth value is no code.
    if isinstance(code, bool) or not isinstance(code, (int, str)):
        raise TypeError(f"a code is text or a whole number, not {code!r}")
    label = f"{code:04}" if isinstance(code, int) else code.upper().strip()
    if not label or (isinstance(code, int) and code < 0):
        raise ValueError(f"{code!r} is no code")
    return label
