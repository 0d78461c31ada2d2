"""Running a task's tests on a submission: O and W brought together, watched, and taken apart again."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from codearena.core.case import Run, Suite, TestResult, budget
from codearena.core.errors import InvalidTaskError, SandboxFault
from codearena.core.grade import Resources
from codearena.core.task import Task
from codearena.sandbox import scratch
from codearena.sandbox.boxes import Child, Template, Usage
from codearena.sandbox.pipe import EXIT_OUTPUT
from codearena.sandbox.wire import Closed, Connection, Message

Files = Sequence[tuple[str, str]]

_TICK = 0.1
"""Seconds between two looks at a run that goes on."""
_SCRATCH_FILES, _SCRATCH_BYTES = 1000, 64 << 20
_GRACE = 2.0
"""CPU seconds that the tests may use beyond the submission's limit, and then again to notice that it was ended."""
_RENEW_AFTER = 2000
"""Grades that one oracle serves: long enough to pay, short enough that no leak of a test suite grows."""
_MAX_ORACLES = 32
"""Oracles kept warm in one lane; each takes about 15 MB, and up to a second to make anew."""


class Stuck(SandboxFault):
    """The tests went on without the submission: a fault that trying again would repeat at full length."""


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

    def files(self) -> dict[str, str]:
        """Return the texts that the suite's oracle reads, by file name."""
        if self.what == "tests":
            return {file.name: file.text for file in self.task.tests}
        return {f"{self.what}.py": getattr(self.task, self.what)}


@dataclass(slots=True)
class _Oracle:
    child: Child
    connection: Connection
    listing: Message
    served: int = 0

    def close(self) -> None:
        self.child.close()
        self.connection.close()


@dataclass(slots=True)
class _Watch:
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

    def cpu(self) -> float:
        """CPU seconds of the submission's processes that have ended."""
        return sum(usage.cpu_seconds for usage in self.spent)

    def stop(self, flag: str, reason: str) -> None:
        self.flags.add(flag)
        self.reason = self.reason or reason

    def resources(self) -> Resources:
        return Resources(
            cpu_seconds=round(self.cpu(), 6),
            wall_seconds=round(time.monotonic() - self.started, 6),
            peak_memory_bytes=max((u.peak_memory_bytes for u in self.spent), default=0),
            disk_read_bytes=sum(u.disk_read_bytes for u in self.spent),
            disk_written_bytes=sum(u.disk_written_bytes for u in self.spent),
            processes=len(self.spent),
        )


class Runner:
    """The sandbox of one lane. One run at a time."""

    def __init__(self, folder: str, path: Sequence[str], caller: int, on_hangup: Callable[[], None]) -> None:
        self._folder, self._path = folder, path
        self._caller, self._on_hangup = caller, on_hangup
        self._submissions = os.path.join(folder, "w")
        os.mkdir(self._submissions)
        self._oracles: dict[tuple[str, str], _Oracle] = {}
        self._made = 0
        self._start()

    def _start(self) -> None:
        self._workers = Template("candidate", self._submissions, self._path)
        self._oracle_templates = {"tests": Template("oracle", self._folder, self._path)}

    @property
    def confinement(self) -> Message:
        """What the submission's template says of its confinement."""
        return self._workers.ready()

    def rebuild(self) -> None:
        """Replace every process after a fault."""
        self.close()
        scratch.empty(self._submissions)
        self._start()

    def close(self) -> None:
        """End every process."""
        for oracle in self._oracles.values():
            oracle.close()
        self._oracles.clear()
        self._workers.close()
        for template in self._oracle_templates.values():
            template.close()

    # ------------------------------------------------------------------------------------------------ oracles

    def listing(self, known: Registered) -> Message:
        """Return what the task's oracle collected: tests, errors, whether it is stateless."""
        return self._oracle(known).listing

    def forget(self, known: Registered) -> None:
        """End the task's oracle; the next run starts another."""
        oracle = self._oracles.pop(known.key, None)
        if oracle is not None:
            oracle.close()

    def _oracle(self, known: Registered) -> _Oracle:
        held = self._oracles.pop(known.key, None)
        if held is not None and held.served >= _RENEW_AFTER:
            held.close()
            held = None
        if held is None:
            if len(self._oracles) >= _MAX_ORACLES:
                self._oracles.pop(next(iter(self._oracles))).close()
            held = self._open_oracle(known)
        self._oracles[known.key] = held  # most recently used last
        return held

    def _open_oracle(self, known: Registered) -> _Oracle:
        self._made += 1
        folder = os.path.join(self._folder, f"o{self._made}")
        os.mkdir(folder)
        for name, text in known.files().items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as handle:
                handle.write(text)
        connection, theirs = Connection.pair()
        request = {"folder": folder, "scratch": self._submissions, "mode": known.mode, "what": known.what, "seed": known.seed}
        request["reference"] = known.task.reference
        try:
            child = self._oracle_template(known).fork(request, [theirs.fileno()])
        finally:
            theirs.close()
        oracle = _Oracle(child, connection, {})
        deadline = time.monotonic() + 60
        while not self._readable(connection, 0.5):
            if time.monotonic() > deadline:
                oracle.close()
                raise InvalidTaskError(f"task {known.task.id}: its test files did not finish importing within 60 s")
        try:
            oracle.listing, _ = connection.receive()
        except Closed as closed:
            oracle.close()
            raise InvalidTaskError(f"task {known.task.id}: its test files end the process that imports them") from closed
        if oracle.listing["op"] == "broken":
            oracle.close()
            raise SandboxFault(f"task {known.task.id}: its tests cannot be loaded: {oracle.listing['reason']}")
        return oracle

    def _oracle_template(self, known: Registered) -> Template:
        """Return the template for a suite; that of properties, which has loaded Hypothesis, starts when it is needed."""
        role: Suite = "properties" if known.what == "properties" else "tests"
        if role not in self._oracle_templates:
            self._oracle_templates[role] = Template("oracle", self._folder, self._path, ["hypothesis", "hypothesis.strategies"])
        return self._oracle_templates[role]

    def _readable(self, connection: Connection, seconds: float) -> bool:
        """Wait for a message; a caller that is gone ends the whole lane."""
        if connection.pending:
            return True
        poll = select.poll()
        poll.register(connection.fileno(), select.POLLIN)
        poll.register(self._caller, select.POLLRDHUP)
        ready = poll.poll(seconds * 1000)
        if any(fd == self._caller for fd, _ in ready):
            self._on_hangup()
        return bool(ready)

    # ------------------------------------------------------------------------------------------------ one run

    def run(
        self,
        known: Registered,
        files: Files,
        *,
        reverse: bool = False,
        shrink: Sequence[str] = (),
        translated: Mapping[str, str] | None = None,
    ) -> tuple[Run, Message]:
        """Run the tests on a submission; return what counts, and the oracle's whole report.

        With ``shrink``, names of properties that it failed, only look for their smallest counterexamples. ``translated`` is
        what was already made of its files for the meter, as base64 by name.

        Raises `SandboxFault` when a process of ours broke, or seems to have.
        """
        oracle = self._oracle(known)
        watch = _Watch(known.task)
        oracle.child.clock_pid = oracle.child.pid
        watch.oracle_cpu, watch.oracle_waited = oracle.child.cpu_seconds(), oracle.child.waited_seconds()
        worker, fd = self._worker(watch)
        try:
            message = {"op": "run", "files": list(files), "reverse": reverse, "permitted": known.permitted}
            message |= {
                "budgets": {point: budget(work) for point, work in known.work.items()},
                "shrink": list(shrink),
                "translated": dict(translated or {}),
            }
            oracle.connection.send(message, [fd])
            os.close(fd)
            report = self._follow(oracle, worker, watch)
        except (Closed, SandboxFault) as error:
            worker.child.close()
            self.forget(known)
            if isinstance(error, Stuck):
                raise
            raise SandboxFault(f"the oracle of task {known.task.id} ended: {error}") from error
        oracle.served += 1
        worker.end(watch)
        scratch.empty(self._submissions)
        return _run_of(known, report, watch), report

    def nothing(self, known: Registered, reason: str, flag: str) -> Run:
        """Return the run of a submission of which no test could say anything."""
        watch = _Watch(known.task)
        watch.stop(flag, reason)
        return _run_of(known, {"results": []}, watch)

    def _worker(self, watch: _Watch) -> tuple[_Worker, int]:
        """Fork a process for the submission; return it and the descriptor that tests speak to it on."""
        import socket

        ours, theirs = socket.socketpair()
        limits = watch.task.limits
        request = {"cpu_seconds": limits.cpu_seconds, "memory_mb": limits.memory_mb, "output_bytes": limits.output_bytes}
        try:
            child = self._workers.fork(request, [theirs.fileno()])
        finally:
            theirs.close()
        return _Worker(child, self._workers), ours.detach()

    def _follow(self, oracle: _Oracle, worker: _Worker, watch: _Watch) -> Message:
        """Serve the oracle until it reports, ending the submission when it exceeds a limit."""
        while True:
            if not self._readable(oracle.connection, self._patience(worker, watch)):
                self._look(oracle, worker, watch)
                continue
            message, _ = oracle.connection.receive()
            if message["op"] == "done":
                return message
            if message["op"] == "forked":
                oracle.child.clock_pid = message["pid"]
                watch.oracle_cpu = watch.oracle_waited = 0.0
            elif message["op"] == "lost":
                self._replace(oracle, worker, watch, message)
            else:
                raise SandboxFault(message["reason"])

    def _patience(self, worker: _Worker, watch: _Watch) -> float:
        """Return how long to wait before looking again: no longer than the submission needs to reach its limit."""
        left = watch.task.limits.cpu_seconds - watch.cpu() - worker.child.cpu_seconds()
        return min(_TICK, max(left / 2, 0.005))

    def _look(self, oracle: _Oracle, worker: _Worker, watch: _Watch) -> None:
        """End the submission when it exceeds a limit; raise `SandboxFault` when the tests then do not end either."""
        limits, used = watch.task.limits, watch.cpu() + worker.child.cpu_seconds()
        judged = oracle.child.cpu_seconds() - watch.oracle_cpu
        waited = worker.child.waited_seconds() + max(0.0, oracle.child.waited_seconds() - watch.oracle_waited)
        elapsed = time.monotonic() - watch.started
        if watch.stopped is not None:
            if judged - watch.stopped[0] > _GRACE or elapsed - watch.stopped[1] > 10 * _GRACE:
                raise Stuck("the tests did not end after the submission was ended")
        elif used >= limits.cpu_seconds:
            watch.stop("timeout", f"used more than {limits.cpu_seconds:g} s of CPU time")
        elif elapsed - used - judged - waited >= limits.wall_seconds:
            watch.stop("timeout", f"slept or waited for more than {limits.wall_seconds:g} s")
        elif judged >= limits.cpu_seconds + _GRACE:
            watch.stop("timeout", "kept the tests busy for too long")
        elif scratch.exceeds(self._submissions, files=_SCRATCH_FILES, size=_SCRATCH_BYTES):
            watch.stop("disk-limit", f"wrote more than {_SCRATCH_FILES} files or {_SCRATCH_BYTES >> 20} MiB")
        if watch.reason and watch.stopped is None:
            watch.stopped = (judged, elapsed)
            worker.child.kill()

    def _replace(self, oracle: _Oracle, worker: _Worker, watch: _Watch, lost: Message) -> None:
        """Answer an oracle that lost the submission: with another process, or with the reason to stop."""
        usage = worker.end(watch)
        if not watch.reason:
            _classify(usage, watch, broken=lost["why"] if lost["broken"] else "")
        final = lost["loading"] or watch.flags & {"timeout", "disk-limit", "output-limit"} or watch.cpu() >= watch.task.limits.cpu_seconds
        if final:
            oracle.connection.send({"op": "stop", "reason": watch.reason})
            return
        reason, watch.reason = watch.reason, ""
        scratch.empty(self._submissions)
        fresh, fd = self._worker(watch)
        worker.become(fresh)
        oracle.connection.send({"op": "worker", "reason": reason}, [fd])
        os.close(fd)


class _Worker:
    """The submission's current process."""

    def __init__(self, child: Child, template: Template) -> None:
        self.child, self._template, self._usage = child, template, None

    _usage: Usage | None

    def end(self, watch: _Watch) -> Usage:
        """Make sure that it has ended, and enter what it used."""
        if self._usage is None:
            self.child.close()
            self._usage = self._template.ended()
            watch.spent.append(self._usage)
        return self._usage

    def become(self, other: _Worker) -> None:
        """Take the place of a process that has ended."""
        self.child, self._usage = other.child, None


def _classify(usage: Usage, watch: _Watch, *, broken: str) -> None:
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


def _run_of(known: Registered, report: Message, watch: _Watch) -> Run:
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
