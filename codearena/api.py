"""The functions of the front page, on an arena that is opened when first needed."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterable

from codearena.arena import Arena, Code, TaskLike
from codearena.core.grade import Grade
from codearena.core.plan import Profile
from codearena.core.task import Task

_lock = threading.Lock()
_arenas: dict[int, Arena] = {}


def default_arena() -> Arena:
    """Return the arena that the functions of this module use: one per process, opened now if there is none.

    A forked process gets one of its own, because lanes cannot be shared.
    """
    pid = os.getpid()
    with _lock:
        arena = _arenas.get(pid)
        if arena is None:
            _arenas.clear()  # after a fork: the parent's, which is not ours to close
            arena = _arenas[pid] = Arena()
            atexit.register(_close, pid)
        return arena


def _close(pid: int) -> None:
    if os.getpid() == pid and pid in _arenas:
        _arenas.pop(pid).close()


def grade(code: Code, task: TaskLike, profile: str | Profile | None = None) -> Grade:
    """Grade ``code`` on ``task``: run it in the sandbox, look at it, and weigh what was found.

    ``code`` is the submission: text, bytes, `Submission`, or a mapping of file names to text. ``task`` is a `Task`, an
    id, a folder, or a task's record. ``profile`` names how evidence is weighed, ``default`` if not given.

    Returns a `Grade`, whose ``reward`` is a float in [0, 1], or None when we could not grade. A pure function of task,
    submission, plan and seed; grades are kept, so asking again costs next to nothing. Safe to call from threads.

    Raises `UsageError` for an unknown or broken task, an unknown profile, or code that is no text, and
    `SandboxUnavailable` when this machine cannot isolate the submission. Nothing a submission does raises.
    """
    return default_arena().grade(code, task, profile)


def grade_many(jobs: Iterable[tuple[Code, TaskLike]], profile: str | Profile | None = None, workers: int | None = None) -> list[Grade]:
    """Grade pairs of code and task, ``workers`` at a time (default: every core); equal pairs are graded once.

    Returns the grades in order. Raises as `grade` does, before anything runs. Ctrl-C ends every process at once.
    """
    return default_arena().grade_many(jobs, profile, workers)


def load_task(task: TaskLike) -> Task:
    """Return the task with this id (``easy/average-list``), in this folder, or of this record; a `Task` is returned as it is.

    Raises `UnknownTaskError` naming the nearest known id, or `InvalidTaskError` naming what is broken.
    """
    return default_arena().load_task(task)
