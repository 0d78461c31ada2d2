"""Lanes are opened when needed, lent to one thread at a time, and replaced when lost. All of these are real."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import Popen

import pytest

import codearena as ca
from codearena.core.config import load_config
from codearena.core.errors import InvalidTaskError, SandboxUnavailable, WorkerLost
from codearena.core.lane import Lane
from codearena.core.plan import Plan, Term
from codearena.core.task import Limits
from codearena.lanes import Lanes
from codearena.sandbox.client import ProcessLane

TASK = ca.Task(
    id="made/double",
    prompt="",
    reference="def double(x):\n    return 2 * x\n",
    tests=(ca.TestFile(name="test_it.py", text="from solution import double\ndef test_one():\n    assert double(1) == 2\n"),),
    limits=Limits(cpu_seconds=30.0),
)
PLAN = Plan(
    profile="tests",
    rule="correctness-first",
    terms=(Term(scorer="tests", version="1", where="codearena.scorers.tests:tests", stage="execution", role="weighted", weight=0.7),),
)
GOOD, ENDLESS = ca.Submission.of(TASK.reference), ca.Submission.of("while True: pass\n")


class Factory:
    """Opens real lanes, and remembers them."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.opened: list[ProcessLane] = []
        self.failures = 0
        """How many of the next lanes cannot be opened."""

    def __call__(self, preload: Sequence[str]) -> ProcessLane:
        if self.failures:
            self.failures -= 1
            raise SandboxUnavailable("this machine is busy")
        self.opened.append(ProcessLane(load_config(start=Path("/"), environ={}, scratch=str(self.scratch)), preload))
        return self.opened[-1]


@pytest.fixture
def factory(tmp_path: Path) -> Iterator[Factory]:
    """What opens the lanes of a test; whatever a test leaves open is closed."""
    made = Factory(tmp_path)
    yield made
    for lane in made.opened:
        lane.close()


def score(lane: Lane, submission: ca.Submission = GOOD) -> float | None:
    """Score in ``lane``, where the task is registered first if it is not known there."""
    return lane.score(TASK, submission, PLAN, lane.register(TASK)).evidence[0].value


def supervisor(lane: Lane) -> Popen[bytes]:
    """Return the process at the head of the lane."""
    assert isinstance(lane, ProcessLane)
    return lane._process


def processes(lane: Lane) -> list[int]:
    """Return every process of the lane; they share the session that its supervisor started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:  # it ended while we looked
            continue
        if int(session) == supervisor(lane).pid and state != "Z":
            found.append(int(stat.parent.name))
    return found


def is_gone(lane: Lane) -> bool:
    """Whether the lane left nothing behind, a moment after it was closed."""
    assert isinstance(lane, ProcessLane)
    deadline = time.monotonic() + 10
    while (left := bool(processes(lane)) or os.path.exists(lane._folder)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not left


def test_a_lane_is_opened_when_first_needed_and_lent_again(factory: Factory) -> None:
    lanes = Lanes(factory, 2, ())
    assert not factory.opened
    for _ in range(3):
        with lanes.lend() as lane:
            assert score(lane) == 1.0
    assert len(factory.opened) == 1
    lanes.close()


def test_lanes_are_lent_to_one_thread_each_and_others_wait(factory: Factory) -> None:
    lanes = Lanes(factory, 2, ())
    lock, lent, most = threading.Lock(), list[object](), 0

    def use(_: int) -> None:
        nonlocal most
        with lanes.lend() as lane:
            with lock:
                assert lane not in lent
                lent.append(lane)
                most = max(most, len(lent))
            time.sleep(0.02)
            with lock:
                lent.remove(lane)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(use, range(24)))
    assert most == 2
    assert len(factory.opened) == 2
    lanes.close()


@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt])
def test_a_lane_whose_use_raised_is_closed_and_replaced(factory: Factory, error: type[BaseException]) -> None:
    lanes = Lanes(factory, 1, ())
    with pytest.raises(error), lanes.lend():
        raise error
    assert is_gone(factory.opened[0])
    with lanes.lend() as lane:
        assert lane is factory.opened[1]
        assert score(lane) == 1.0
    lanes.close()


def test_a_lane_that_refused_a_task_is_replaced(factory: Factory) -> None:
    lanes = Lanes(factory, 1, ())
    broken = ca.Task(id="made/broken", prompt="", reference="", tests=TASK.tests)
    with pytest.raises(InvalidTaskError), lanes.lend() as lane:
        lane.register(broken)
    with lanes.lend() as lane:
        assert score(lane) == 1.0
    lanes.close()


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_lane_that_ended_while_it_was_free_is_replaced(factory: Factory, sent: signal.Signals) -> None:
    lanes = Lanes(factory, 1, ())
    with lanes.lend() as lane:
        assert score(lane) == 1.0
    os.kill(supervisor(lane).pid, sent)
    supervisor(lane).wait(10)
    with lanes.lend() as other:
        assert other is not lane
        assert score(other) == 1.0
    assert is_gone(factory.opened[0])
    lanes.close()


def end_and_use(lane: Lane, sent: signal.Signals) -> None:
    os.kill(supervisor(lane).pid, sent)
    supervisor(lane).wait(10)
    score(lane)


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_lane_that_is_lost_in_use_says_so_and_is_replaced(factory: Factory, sent: signal.Signals) -> None:
    lanes = Lanes(factory, 1, ())
    with pytest.raises(WorkerLost, match="ended in the middle of a request"), lanes.lend() as lost:
        end_and_use(lost, sent)
    assert is_gone(factory.opened[0])
    with lanes.lend() as lane:
        assert lane is not lost
        assert score(lane) == 1.0
    lanes.close()


def test_abort_from_another_thread_ends_what_runs_at_once(factory: Factory) -> None:
    lanes = Lanes(factory, 1, ())
    with lanes.lend() as lane:
        known = lane.register(TASK)

    def run_on() -> None:
        with lanes.lend() as lane:
            lane.score(TASK, ENDLESS, PLAN, known)

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run_on)
        time.sleep(0.3)
        assert not running.done()
        started = time.monotonic()
        lanes.abort()
        with pytest.raises(WorkerLost):
            running.result(20)
        assert time.monotonic() - started < 4.5  # below the 5 s after which a supervisor that hears nothing is killed
    assert is_gone(factory.opened[0])
    with lanes.lend() as lane:
        assert score(lane) == 1.0
    assert len(factory.opened) == 2
    lanes.close()


def test_a_lane_that_comes_back_after_an_abort_is_not_lent_again(factory: Factory) -> None:
    lanes = Lanes(factory, 1, ())
    with lanes.lend() as lane:
        lanes.abort()
    with lanes.lend() as other:
        assert other is not lane
        assert score(other) == 1.0
    assert is_gone(lane)
    lanes.close()


def test_aborting_idle_lanes_closes_them(factory: Factory) -> None:
    lanes = Lanes(factory, 2, ())
    with lanes.lend(), lanes.lend():
        pass
    assert len(factory.opened) == 2
    lanes.abort()
    lanes.abort()
    assert all(map(is_gone, factory.opened))
    lanes.close()


def test_closing_leaves_nothing_behind_and_lends_nothing_more(factory: Factory) -> None:
    lanes = Lanes(factory, 2, ())
    with lanes.lend() as first, lanes.lend() as second:
        assert score(first) == score(second) == 1.0
    assert all(len(processes(lane)) >= 4 for lane in (first, second))  # a supervisor and its templates
    lanes.close()
    lanes.close()
    assert is_gone(first)
    assert is_gone(second)
    assert os.listdir(factory.scratch) == []
    with pytest.raises(RuntimeError, match="this arena is closed"), lanes.lend():
        pass


def test_whoever_waits_for_a_lane_when_all_is_closed_is_told(factory: Factory) -> None:
    lanes = Lanes(factory, 1, ())

    def wait() -> None:
        with lanes.lend():
            pass

    with ThreadPoolExecutor(2) as pool, lanes.lend() as lent:
        waiting = [pool.submit(wait) for _ in range(2)]
        time.sleep(0.1)
        assert not any(each.done() for each in waiting)
        lanes.close()
        for each in waiting:
            with pytest.raises((RuntimeError, WorkerLost), match=r"closed|given up"):
                each.result(10)
    assert is_gone(lent)
    assert len(factory.opened) == 1


def test_a_lane_that_cannot_be_opened_is_told_to_who_asked_and_takes_no_place(factory: Factory) -> None:
    lanes = Lanes(factory, 1, ())
    factory.failures = 2
    for _ in range(2):
        with pytest.raises(SandboxUnavailable, match="this machine is busy"), lanes.lend():
            pass
    with lanes.lend() as lane:
        assert score(lane) == 1.0
    lanes.close()


def test_a_scratch_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    config = load_config(start=Path("/"), environ={}, scratch=str(tmp_path / "missing"))
    with pytest.raises(SandboxUnavailable, match="missing"):
        ProcessLane(config)
