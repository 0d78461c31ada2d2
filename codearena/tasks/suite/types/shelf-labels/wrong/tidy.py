"""Labels for shelves."""

from collections.abc import Iterable


def shelf_labels(codes: Iterable[str | int]) -> list[str]:
    """Return the label of each code.

    Args:
        codes: Texts and numbers.

    Returns:
        The labels, in the order of the codes.
    """
    return [str(code).upper().strip() for code in codes]
