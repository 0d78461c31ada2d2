"""A bounded cache."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")


class LRUCache(Generic[K, V]):
    """Holds at most capacity entries; forgets the least recently used.

    Every operation but keys takes constant time.

    >>> cache = LRUCache(1)
    >>> cache.put("a", 1)
    >>> cache.put("b", 2)
    >>> cache.keys()
    ['b']
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(f"a cache needs room for an entry, not {capacity}")
        self._capacity = capacity
        self._entries: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def get(self, key: K, default: D | None = None) -> V | D | None:
        """Return the value of key, which counts as using it, or default."""
        if key not in self._entries:
            return default
        self._entries.move_to_end(key)
        return self._entries[key]

    def put(self, key: K, value: V) -> None:
        """Store value under key; forget another entry if there is no room."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)

    def keys(self) -> list[K]:
        """Return the keys, the least recently used first."""
        return list(self._entries)
