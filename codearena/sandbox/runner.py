"""Running a task's tests on a submission: O and W brought together, watched, and taken apart again."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from codearena.core.case import Run, Suite, budget
from codearena.core.errors import InvalidTaskError, SandboxFault
from codearena.sandbox import scratch
from codearena.sandbox.boxes import Child, Template
from codearena.sandbox.programs import Programs
from codearena.sandbox.watch import GRACE, Registered, Watch, Worker, classify, run_of
from codearena.sandbox.wire import Closed, Connection, Message

Files = Sequence[tuple[str, str]]

_RENEW_AFTER = 2000
"""Grades that one oracle serves: long enough to pay, short enough that no leak of a test suite grows."""
_MAX_ORACLES = 32
"""Oracles kept warm in one lane; each takes about 15 MB, and up to a second to make anew."""


class Stuck(SandboxFault):
    """The tests went on without the submission: a fault that trying again would repeat at full length."""


@dataclass(slots=True)
class _Oracle:
    child: Child
    connection: Connection
    listing: Message
    served: int = 0

    def close(self) -> None:
        self.child.close()
        self.connection.close()


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
        if known.is_program:
            return Programs(self._workers, self._submissions, self._readable).run(known, files)
        oracle = self._oracle(known)
        watch = Watch(known.task)
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
        return run_of(known, report, watch), report

    def nothing(self, known: Registered, reason: str, flag: str) -> Run:
        """Return the run of a submission of which no test could say anything."""
        watch = Watch(known.task)
        watch.stop(flag, reason)
        return run_of(known, {"results": []}, watch)

    def _worker(self, watch: Watch) -> tuple[Worker, int]:
        """Fork a process for the submission; return it and the descriptor that tests speak to it on."""
        import socket

        ours, theirs = socket.socketpair()
        limits = watch.task.limits
        request = {"cpu_seconds": limits.cpu_seconds, "memory_mb": limits.memory_mb, "output_bytes": limits.output_bytes}
        try:
            child = self._workers.fork(request, [theirs.fileno()])
        finally:
            theirs.close()
        return Worker(child, self._workers), ours.detach()

    def _follow(self, oracle: _Oracle, worker: Worker, watch: Watch) -> Message:
        """Serve the oracle until it reports, ending the submission when it exceeds a limit."""
        while True:
            if not self._readable(oracle.connection, watch.patience(worker)):
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

    def _look(self, oracle: _Oracle, worker: Worker, watch: Watch) -> None:
        """End the submission when it exceeds a limit; raise `SandboxFault` when the tests then do not end either."""
        judged = oracle.child.cpu_seconds() - watch.oracle_cpu
        if watch.stopped is not None:
            if judged - watch.stopped[0] > GRACE or watch.elapsed() - watch.stopped[1] > 10 * GRACE:
                raise Stuck("the tests did not end after the submission was ended")
            return
        watch.look(worker, self._submissions, judged=judged, waited=max(0.0, oracle.child.waited_seconds() - watch.oracle_waited))
        if watch.reason:
            watch.stopped = (judged, watch.elapsed())
            worker.child.kill()

    def _replace(self, oracle: _Oracle, worker: Worker, watch: Watch, lost: Message) -> None:
        """Answer an oracle that lost the submission: with another process, or with the reason to stop."""
        usage = worker.end(watch)
        if not watch.reason:
            classify(usage, watch, broken=lost["why"] if lost["broken"] else "")
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
