"""Running scorers in a process of their own, and finding out whose fault it is when one breaks."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from codearena.core.case import Run, Suite
from codearena.core.errors import SandboxFault
from codearena.core.evidence import Evidence, Status
from codearena.core.plan import Term
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.sandbox.boxes import Child, Template
from codearena.sandbox.inside.scoring import run_to_dict
from codearena.sandbox.wire import Closed, Connection, Message

CPU_SECONDS = 5.0
"""What one scorer may use on one submission; a limit in CPU time, so load does not matter."""
IDLE_SECONDS = 30.0
"""How long one scorer may wait for nothing."""

RENEW_AFTER = 2000
"""Submissions that one scoring process looks at: analysers keep what they have seen."""

Translated = Mapping[str, str]
"""What a scoring process made of a submission's files for the meter, as base64 by name: work that is cheaper where it is warm."""
RunSuite = Callable[[Submission, Suite, Translated], Run]
Ask = Callable[[Message], Message]
"""Puts a question to the judge; returns ``answer``, ``refused`` or ``fault`` with a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """What scorers of one grade look at, and whom they may ask."""

    task: Task
    submission: Submission
    seed: int
    run: RunSuite
    ask: Ask


@dataclass(slots=True)
class _Crash:
    """A scorer that raised, hung or died."""

    reason: str
    died: bool = False
    """Whether its process ended unasked: what happened to it once by bad luck does not happen twice."""


@dataclass(slots=True)
class _Unanswered:
    """A judge that said nothing."""

    reason: str


class ScorerHost:
    """One scoring process of a lane. ``preload`` names modules to import, or scorers (``module:name``) to prepare."""

    def __init__(self, folder: str, path: Sequence[str], preload: Sequence[str]) -> None:
        self._folder = folder
        self._path, self._preload = path, preload
        self._template = Template("scoring", self._folder, path, preload)
        self._child: Child | None = None
        self._connection: Connection | None = None
        self._sent: set[str] = set()
        self._described: tuple[str, str, int] | None = None
        self._served = 0

    def close(self) -> None:
        """End its processes."""
        self._drop()
        self._template.close()

    def score(self, term: Term, grading: Grading) -> Evidence:
        """Run one scorer. When it breaks, or gets no answer, the same scorer on the reference decides whose fault that is."""
        found = self._attempt(term, grading)
        if isinstance(found, _Unanswered):
            return self._unanswered(found, term, grading)
        if isinstance(found, _Crash) and found.died:
            found = self._attempt(term, grading)
        if isinstance(found, Evidence):
            return found
        shown = self._attempt(term, replace(grading, submission=Submission.of(grading.task.reference)))
        if isinstance(shown, Evidence) and shown.status is Status.SCORED:
            reason = f"the submission broke this scorer, which handles the reference: {found.reason}"
            return Evidence(value=0.0, reason=reason, flags=("scorer-crash",))
        return Evidence(value=None, status=Status.FAILED, reason=f"this scorer also breaks on the reference: {found.reason}")

    def _unanswered(self, found: _Unanswered, term: Term, grading: Grading) -> Evidence:
        """Find out whether a judge is silent, or silenced: a submission may be made so that no answer to it arrives."""

        def anew(request: Message) -> Message:  # what was answered before would prove nothing
            return grading.ask({**request, "attempt": max(1, request["attempt"])})

        canary = replace(grading, submission=Submission.of(grading.task.reference), ask=anew)
        again = self._attempt(term, grading) if isinstance(self._attempt(term, canary), Evidence) else found
        if isinstance(again, Evidence):
            return again
        if again is found:
            return Evidence(value=None, status=Status.FAILED, reason=f"no answer about the reference either: {found.reason}")
        reason = f"the judge answers about the reference, and twice did not about the submission: {again.reason}"
        return Evidence(value=0.0, reason=reason, flags=("judge-silenced",))

    # ------------------------------------------------------------------------------------------------ one attempt

    def _attempt(self, term: Term, grading: Grading) -> Evidence | _Crash | _Unanswered:
        try:
            connection, news = self._prepared(grading.task, grading.submission, grading.seed)
            connection.send({**news, "where": term.where, "options": [list(o) for o in term.options]})
            return self._answer(connection, grading)
        except Closed:
            self._drop()
            return _Crash("its process died", died=True)

    def _prepared(self, task: Task, submission: Submission, seed: int) -> tuple[Connection, Message]:
        """Return the connection to a process that knows the task, and what it does not know yet of the case."""
        if self._served >= RENEW_AFTER:
            self._drop()
        if self._connection is None:
            self._served = 0
            self._connection, theirs = Connection.pair()
            try:
                self._child = self._template.fork({}, [theirs.fileno()])
            except SandboxFault:  # the template died with an earlier child's help; a new one has seen nothing
                self._template.close()
                self._template = Template("scoring", self._folder, self._path, self._preload)
                self._child = self._template.fork({}, [theirs.fileno()])
            finally:
                theirs.close()
        connection = self._connection
        if task.digest not in self._sent:
            connection.send({"task": task.to_dict(), "digest": task.digest})
            self._sent.add(task.digest)
        described = (task.digest, submission.digest, seed)
        if self._described == described:
            return connection, {}
        self._served += 1
        self._described = described
        return connection, {"case": {"task": task.digest, "submission": submission.to_dict(), "seed": seed}}

    def _answer(self, connection: Connection, grading: Grading) -> Evidence | _Crash | _Unanswered:
        assert self._child is not None
        bound = self._child.cpu_seconds() + CPU_SECONDS
        while True:
            if not self._wait(connection, bound):
                self._drop()
                return _Crash(f"it used more than {CPU_SECONDS:g} s of CPU time, or hung")
            message, _ = connection.receive()
            if message["op"] == "run":
                connection.send(self._run(grading, message))
            elif message["op"] == "ask":
                connection.send(grading.ask(message["request"]))
            elif message["op"] == "evidence":
                return Evidence.from_dict(message["evidence"])
            elif message["op"] == "unavailable":
                return _Unanswered(message["reason"])
            elif message["op"] == "fault":
                return Evidence(value=None, status=Status.FAILED, reason=message["reason"])
            else:
                return _Crash(message["reason"])

    @staticmethod
    def _run(grading: Grading, message: Message) -> Message:
        try:
            return {"run": run_to_dict(grading.run(grading.submission, message["what"], message.get("translated", {})))}
        except SandboxFault as fault:
            return {"fault": str(fault)}

    def _wait(self, connection: Connection, bound: float) -> bool:
        """Wait for a message; return False when the process spent too much instead."""
        assert self._child is not None
        if connection.pending:
            return True
        poll = select.poll()
        poll.register(connection.fileno(), select.POLLIN)
        started, before = time.monotonic(), self._child.cpu_seconds() + self._child.waited_seconds()
        while not poll.poll(100):
            used = self._child.cpu_seconds()
            idle = time.monotonic() - started - (used + self._child.waited_seconds() - before)
            if used > bound or idle > IDLE_SECONDS:
                return False
        return True

    def _drop(self) -> None:
        if self._child is not None:
            self._child.close()
        if self._connection is not None:
            self._connection.close()
        self._child = self._connection = self._described = None
        self._sent.clear()
