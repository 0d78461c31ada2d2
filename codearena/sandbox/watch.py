"""One run of a submission: what it may use, what it used, why it was stopped, and what came of each test."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass, field
from typing import Any

from codearena.core.case import Run, Suite, TestResult
from codearena.core.grade import Resources
from codearena.core.task import Task
from codearena.sandbox import scratch
from codearena.sandbox.boxes import Child, Template, Usage
from codearena.sandbox.pipe import EXIT_OUTPUT
from codearena.sandbox.wire import Message

GRACE = 2.0
"""CPU seconds that the tests may use beyond the submission's limit, and then again to notice that it was ended."""
_TICK = 0.1
"""Seconds between two looks at a run that goes on."""
_SCRATCH_FILES, _SCRATCH_BYTES = 1000, 64 << 20


@dataclass(slots=True, kw_only=True)
class Registered:
    """What is known of one suite of a task before any submission is seen."""

    task: Task
    what: Suite = "tests"
    seed: int = 0
    """Of what is drawn at random: inputs of properties, arguments of a workload."""
    mode: str = "hot"
    """``hot``: one oracle process for many grades; ``forked``: a fork for each; ``fresh``: collected anew for each."""
    tests: tuple[str, ...] = ()
    visible: frozenset[str] = frozenset()
    permitted: dict[str, list[str]] | None = None
    """Operators that the reference's objects met in each test; None while that is being learned."""
    work: dict[str, int] = field(default_factory=dict)
    """Of a workload: what the reference does at each ``SHAPE/N``; empty while that is being learned."""

    @property
    def key(self) -> tuple[str, str]:
        """Name of the suite among all tasks."""
        return self.task.digest, self.what

    @property
    def is_program(self) -> bool:
        """Whether the submission is run on cases instead of being imported by tests."""
        return self.what == "tests" and bool(self.task.cases)

    def files(self) -> dict[str, str]:
        """Return the texts that the suite's oracle reads, by file name."""
        if self.what == "tests":
            return {file.name: file.text for file in self.task.tests}
        return {f"{self.what}.py": getattr(self.task, self.what)}


@dataclass(slots=True)
class Watch:
    """One run: what was spent, and why it was stopped."""

    task: Task
    started: float = field(default_factory=time.monotonic)
    oracle_cpu: float = 0.0
    oracle_waited: float = 0.0
    spent: list[Usage] = field(default_factory=list)
    reason: str = ""
    flags: set[str] = field(default_factory=set)
    stopped: tuple[float, float] | None = None
    """CPU seconds of the tests, and seconds since the start, when a limit was exceeded."""

    def elapsed(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.started

    def patience(self, worker: Worker) -> float:
        """Return how long to wait before looking again: no longer than the submission needs to reach its limit."""
        left = self.task.limits.cpu_seconds - self.cpu() - worker.child.cpu_seconds()
        return min(_TICK, max(left / 2, 0.005))

    def look(self, worker: Worker, folder: str, *, judged: float = 0.0, waited: float = 0.0) -> None:
        """Stop the run when the submission exceeds a limit: its own, that of ``folder``, or that of the CPU seconds of the tests.

        ``waited`` are the seconds in which those were ready to run and had no core.
        """
        limits, used = self.task.limits, self.cpu() + worker.child.cpu_seconds()
        waited += worker.child.waited_seconds()
        if used >= limits.cpu_seconds:
            self.stop("timeout", f"used more than {limits.cpu_seconds:g} s of CPU time")
        elif self.elapsed() - used - judged - waited >= limits.wall_seconds:
            self.stop("timeout", f"slept or waited for more than {limits.wall_seconds:g} s")
        elif judged >= limits.cpu_seconds + GRACE:
            self.stop("timeout", "kept the tests busy for too long")
        elif scratch.exceeds(folder, files=_SCRATCH_FILES, size=_SCRATCH_BYTES):
            self.stop("disk-limit", f"wrote more than {_SCRATCH_FILES} files or {_SCRATCH_BYTES >> 20} MiB")

    def cpu(self) -> float:
        """CPU seconds of the submission's processes that have ended."""
        return sum(usage.cpu_seconds for usage in self.spent)

    def stop(self, flag: str, reason: str) -> None:
        """Note why the run is stopped; the first reason stays."""
        self.flags.add(flag)
        self.reason = self.reason or reason

    def resources(self) -> Resources:
        """Return what was used so far."""
        return Resources(
            cpu_seconds=round(self.cpu(), 6),
            wall_seconds=round(self.elapsed(), 6),
            peak_memory_bytes=max((u.peak_memory_bytes for u in self.spent), default=0),
            disk_read_bytes=sum(u.disk_read_bytes for u in self.spent),
            disk_written_bytes=sum(u.disk_written_bytes for u in self.spent),
            processes=len(self.spent),
        )


class Worker:
    """The submission's current process."""

    def __init__(self, child: Child, template: Template) -> None:
        self.child, self._template, self._usage = child, template, None

    _usage: Usage | None

    def end(self, watch: Watch) -> Usage:
        """Make sure that it has ended, and enter what it used."""
        if self._usage is None:
            self.child.close()
            self._usage = self._template.ended()
            watch.spent.append(self._usage)
        return self._usage

    def become(self, other: Worker) -> None:
        """Take the place of a process that has ended."""
        self.child, self._usage = other.child, None


def classify(usage: Usage, watch: Watch, *, broken: str) -> None:
    """Say from its exit status why the submission's process ended."""
    if broken:
        watch.stop("protocol", f"broke the protocol between submission and tests: {broken}")
    elif os.WIFEXITED(usage.status):
        code = os.WEXITSTATUS(usage.status)
        if code == EXIT_OUTPUT:
            watch.stop("output-limit", f"printed more than {watch.task.limits.output_bytes} bytes")
        else:
            watch.stop("exit", f"ended its own process with status {code}")
    elif os.WTERMSIG(usage.status) == signal.SIGXCPU:
        watch.stop("timeout", f"used more than {watch.task.limits.cpu_seconds:g} s of CPU time")
    elif os.WTERMSIG(usage.status) == signal.SIGKILL:
        watch.stop("protocol", "closed its connection to the tests")
    else:
        watch.stop("crash", f"its process was ended by {signal.Signals(os.WTERMSIG(usage.status)).name}")


def run_of(known: Registered, report: Message, watch: Watch) -> Run:
    """Line the outcomes up with the tests that the task promised."""
    outcomes: dict[str, Any] = {each["id"]: each for each in report["results"]}
    reason = report.get("reason") or watch.reason
    missing = {"passed": False, "ended": False, "reason": reason or "did not run", "log": report.get("import_error", "")}
    missing |= {"line": None, "work": None}
    results = []
    for test in known.tests:
        outcome = outcomes.get(test, missing)
        passed = bool(outcome["passed"])
        results.append(
            TestResult(
                id=test,
                passed=passed,
                visible=test in known.visible,
                reason="" if passed else outcome["reason"],
                log="" if passed else outcome["log"],
                line=outcome["line"],
                ended=passed or bool(outcome["ended"]),
                work=outcome["work"],
                reference_work=known.work.get(test),
            )
        )
    return Run(results=tuple(results), flags=tuple(sorted(watch.flags)), reason=reason, resources=watch.resources())
