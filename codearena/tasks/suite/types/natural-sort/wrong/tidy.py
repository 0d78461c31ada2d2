"""Natural order of names."""

import re
from collections.abc import Iterable


def natural_sort(names: Iterable[str]) -> list[str]:
    """Return the names in natural order.

    Args:
        names: The names to sort.

    Returns:
        A new list, with numbers in the order of their values.
    """

    def key(name: str) -> tuple[str, int]:
        """Return the text of a name, and the first number in it."""
        number = re.search("[0-9]+", name)
        return (re.sub("[0-9]+", "", name), int(number.group()) if number else 0)

    return sorted(names, key=key)
