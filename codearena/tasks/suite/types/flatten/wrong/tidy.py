"""Nested lists in one."""

from collections.abc import Iterable
from typing import Any


def flatten(nested: Iterable[Any]) -> list[Any]:
    """Return all items of nested lists in one list.

    Args:
        nested: Items, and lists of items.

    Returns:
        The items of all levels, in their order.
    """
    items: list[Any] = []
    for each in nested:
        if isinstance(each, Iterable) and not isinstance(each, str):
            items.extend(each)
        else:
            items.append(each)
    return items
