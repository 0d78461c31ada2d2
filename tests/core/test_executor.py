"""Many jobs at a time, results in order, and one exception ends it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import pytest

from codearena.core.executor import ThreadExecutor

MAP = ThreadExecutor().map


@pytest.mark.parametrize("workers", [0, 1, 2, 7, 50])
@pytest.mark.parametrize("jobs", [[], [3], list(range(20))])
def test_results_are_in_the_order_of_the_jobs(jobs: Sequence[int], workers: int) -> None:
    def square(job: int) -> int:
        time.sleep(0.001 * (job % 3))
        return job * job

    assert MAP(square, jobs, workers) == [job * job for job in jobs]


def test_as_many_jobs_run_at_a_time_as_asked_for_and_no_more() -> None:
    lock, running, most = threading.Lock(), 0, 0
    together = threading.Barrier(3, timeout=10)

    def job(_: int) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        together.wait()  # nobody passes unless three are here
        with lock:
            running -= 1

    MAP(job, range(12), 3)
    assert most == 3


def test_one_worker_is_the_thread_that_asked() -> None:
    assert set(MAP(lambda _: threading.get_ident(), range(3), 1)) == {threading.get_ident()}


@pytest.mark.parametrize("workers", [1, 2])
def test_the_exception_of_a_job_is_raised_and_what_had_not_begun_is_dropped(workers: int) -> None:
    begun = []

    def job(number: int) -> None:
        begun.append(number)
        if number == 2:
            raise KeyError(number)
        time.sleep(0.01)

    with pytest.raises(KeyError, match="2"):
        MAP(job, range(200), workers)
    assert 2 in begun
    assert len(begun) < 20


def test_an_exception_does_not_wait_for_the_jobs_that_run() -> None:
    begun, release, ended = threading.Event(), threading.Event(), threading.Event()

    def job(number: int) -> None:
        if number == 0:
            begun.wait(10)
            raise KeyboardInterrupt
        begun.set()
        release.wait(10)
        ended.set()

    with pytest.raises(KeyboardInterrupt):
        MAP(job, [0, 1], 2)
    assert not ended.is_set()
    release.set()
    assert ended.wait(10)


def test_its_threads_end_with_the_jobs() -> None:
    before = set(threading.enumerate())
    assert len(set(MAP(lambda _: threading.current_thread(), range(10), 4)) - before) > 0
    assert set(threading.enumerate()) <= before
