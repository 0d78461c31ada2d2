"""How many grades are mapped over a machine, and where tasks come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from codearena.core.task import Task

Job = TypeVar("Job")
Result = TypeVar("Result")


class Executor(Protocol):
    """Maps whole grades."""

    def map(self, function: Callable[[Any], Any], jobs: Sequence[Any], workers: int) -> list[Any]:
        """Return ``[function(job) for job in jobs]`` in order, ``workers`` at a time.

        The exception of one job is raised; jobs not yet begun are dropped.
        """


class TaskSource(Protocol):
    """A place where tasks are found by id."""

    def ids(self) -> Iterable[str]:
        """Return every id, sorted."""

    def load(self, task_id: str) -> Task | None:
        """Return the task, or None when the source does not hold it."""


class ThreadExecutor:
    """Maps over threads of this process; each one waits for a lane, so threads cost next to nothing."""

    def map(self, function: Callable[[Job], Result], jobs: Sequence[Job], workers: int) -> list[Result]:
        """Return the results in order; see `Executor.map`."""
        if workers <= 1 or len(jobs) <= 1:
            return [function(job) for job in jobs]
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(min(workers, len(jobs)), thread_name_prefix="codearena")
        try:
            results = list(pool.map(function, jobs))
        except BaseException:  # Ctrl-C included: the caller decides what happens to the jobs that run
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()
        return results
