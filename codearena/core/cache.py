"""Grades already made, by content."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Protocol

from codearena.core.grade import Grade

Key = tuple[str, str, str]
"""Digests of task, submission and plan."""


class Cache(Protocol):
    """Where grades are kept. Implementations are safe to call from several threads."""

    def get(self, key: Key) -> Grade | None:
        """Return the grade kept under ``key``, or None."""

    def put(self, key: Key, grade: Grade) -> None:
        """Keep ``grade``; only grades with a reward are offered."""


class MemoryCache:
    """Keeps the ``size`` most recently used grades in memory; thread-safe."""

    def __init__(self, size: int = 4096) -> None:
        self._size = size
        self._held: OrderedDict[Key, Grade] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Grade | None:
        """Return the grade kept under ``key``, or None."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: Key, grade: Grade) -> None:
        """Keep ``grade``, forgetting the least recently used one when full."""
        with self._lock:
            self._held[key] = grade
            self._held.move_to_end(key)
            if len(self._held) > self._size:
                self._held.popitem(last=False)
