"""The same program earns the same, to the last bit, whatever else the machine does."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import codearena as ca
from codearena.core.config import load_config
from codearena.tasks.bundled import Bundled

IDS = ("easy/average-list", "hard/max-subarray", "medium/binary-search", "security/calculator", "types/sum-mixed")


@contextmanager
def busy_machine() -> Iterator[None]:
    """Keep every core that this process may use busy with something else."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in os.sched_getaffinity(0)]
    try:
        yield
        assert all(loop.poll() is None for loop in loops)
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def bounded(task: ca.Task) -> ca.Task:
    """Return ``task`` with a limit that programs without end reach soon, and that is far above what all others need."""
    return dataclasses.replace(task, limits=dataclasses.replace(task.limits, cpu_seconds=0.5))


def programs(task: ca.Task) -> list[str]:
    return [task.starter, task.reference, *(text for _, text in task.right), *(text for _, text in task.wrong)]


def seen(grade: ca.Grade) -> tuple[Any, ...]:
    """Return everything of a grade that must not vary; resources and seconds may."""
    parts = {name: (part.value, part.status, part.reason) for name, part in grade.components.items()}
    return grade.task, grade.score().hex(), grade.solved, grade.flags, grade.plan.digest, parts


def everything() -> list[tuple[Any, ...]]:
    """Grade every program of these tasks in a fresh arena."""
    tasks = [bounded(task) for task_id in IDS if (task := Bundled().load(task_id)) is not None]
    with ca.Arena(load_config(start=Path("/"), environ={}, workers=2)) as arena:
        return [seen(grade) for grade in arena.grade_many((code, task) for task in tasks for code in programs(task))]


def test_a_fresh_arena_and_a_busy_machine_change_nothing() -> None:
    first, second = everything(), everything()
    with busy_machine():
        third = everything()
    assert len(first) >= 46
    assert second == first
    assert third == first
