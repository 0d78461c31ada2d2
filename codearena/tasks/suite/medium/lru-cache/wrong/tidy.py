"""A cache of bounded size."""

from collections.abc import Hashable
from typing import Any


class LRUCache:
    """Holds at most capacity entries; forgets the least recently used.

    Args:
        capacity: How many entries there is room for.

    Raises:
        ValueError: If there is no room for any entry.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._values: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._values)

    def get(self, key: Hashable, default: Any = None) -> Any:
        """Return the value stored under key, or default."""
        return self._values.get(key, default)

    def put(self, key: Hashable, value: Any) -> None:
        """Store a value under key."""
        if key not in self._values and len(self._values) == self._capacity:
            oldest = next(iter(self._values))
            del self._values[oldest]
        self._values[key] = value

    def keys(self) -> list[Hashable]:
        """Return all keys, the oldest first."""
        return list(self._values)
