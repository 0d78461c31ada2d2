"""The lanes of one arena: opened when first needed, lent to one thread at a time, replaced when lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from codearena.core.errors import UsageError, WorkerLost
from codearena.core.lane import Lane, LaneFactory


class Lanes:
    """At most ``size`` lanes. Thread-safe."""

    def __init__(self, factory: LaneFactory, size: int, preload: Sequence[str]) -> None:
        self.size = size
        self._factory, self._preload = factory, preload
        self._free: list[Lane] = []
        self._open: list[Lane] = []
        self._opening = 0
        self._closed = False
        self.aborts = 0
        """How often `abort` was called: what began before the last one is given up, not tried again."""
        self._changed = threading.Condition()

    @contextmanager
    def lend(self) -> Iterator[Lane]:
        """Lend a lane, waiting for one where all are busy.

        A lane whose use raises anything but a mistake of the caller's is closed, not reused.
        """
        lane = self._take()
        try:
            yield lane
        except UsageError:
            self._give_back(lane)
            raise
        except BaseException:
            self._retire(lane)
            raise
        self._give_back(lane)

    def _give_back(self, lane: Lane) -> None:
        with self._changed:
            if self._closed:
                lane.close()
            elif lane in self._open:  # else it was aborted meanwhile
                self._free.append(lane)
            self._changed.notify()

    def _take(self) -> Lane:
        with self._changed:
            aborts = self.aborts
            self._drop_dead()
            while not self._free:
                if aborts != self.aborts:
                    raise WorkerLost("this was given up while it waited for a lane")
                if self._closed:
                    raise RuntimeError("this arena is closed")
                if len(self._open) + self._opening < self.size:
                    self._opening += 1
                    break
                self._changed.wait()
            else:
                return self._free.pop()
        lane: Lane | None = None
        try:
            lane = self._factory(self._preload)
        finally:
            with self._changed:
                self._opening -= 1
                wanted = aborts == self.aborts
                if lane is not None and wanted:
                    self._open.append(lane)
                self._changed.notify()
        if not wanted:
            lane.close()
            raise WorkerLost("this was given up while a lane was opened for it")
        return lane

    def _drop_dead(self) -> None:
        """Let go of free lanes that ended while nobody used them: finding out by using them would cost a grade its retry."""
        for lane in [lane for lane in self._free if not lane.alive()]:
            self._free.remove(lane)
            self._open.remove(lane)
            lane.close()

    def _retire(self, lane: Lane) -> None:
        with self._changed:
            if lane in self._open:
                self._open.remove(lane)
            self._changed.notify()
        lane.close()

    def abort(self) -> None:
        """End every lane now; what is being graded raises `WorkerLost`. New lanes open when they are needed."""
        with self._changed:
            self.aborts += 1
            busy, self._open, self._free = self._open, [], []
            self._changed.notify_all()
        for lane in busy:
            lane.abort()
        for lane in busy:
            lane.close()

    def close(self) -> None:
        """End every lane for good."""
        with self._changed:
            self._closed = True
        self.abort()
