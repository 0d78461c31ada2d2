"""Nested lists in one."""

from collections.abc import Iterator, Sequence
from typing import Any


def flatten(nested: Sequence[Any]) -> list[Any]:
    """Return all items of nested lists and tuples in one list, in their order.

    >>> flatten([1, [2, [3, 4]], 5])
    [1, 2, 3, 4, 5]
    """
    return list(_items(nested))


def _items(nested: Sequence[Any]) -> Iterator[Any]:
    """Yield the items at any depth."""
    for each in nested:
        if isinstance(each, (list, tuple)):
            yield from _items(each)
        else:
            yield each
