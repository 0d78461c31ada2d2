"""The process at the head of a lane: started by exec from the caller, single-threaded, and never runs a submission."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from typing import Any, NoReturn

from codearena.core.case import Run
from codearena.core.config import LEVELS
from codearena.core.engine import walk
from codearena.core.errors import CodeArenaError, InfrastructureError, InvalidTaskError, SandboxFault, SandboxUnavailable
from codearena.core.grade import Resources
from codearena.core.plan import Plan
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.sandbox import scratch
from codearena.sandbox.runner import Registered, Runner, Stuck
from codearena.sandbox.scorers import ScorerHost
from codearena.sandbox.wire import Closed, Connection, Message


def main(control: int) -> None:
    """Serve the caller on ``control`` until it is gone; then leave nothing behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(socket.socket(fileno=control))
    try:
        hello, _ = connection.receive()
    except Closed:
        os._exit(0)
    supervisor = Supervisor(connection, hello)
    signal.signal(signal.SIGTERM, lambda *_: supervisor.end())
    with suppress(Closed):
        connection.send(supervisor.open())
        while True:
            message, _ = connection.receive()
            connection.send(supervisor.answer(message))
    supervisor.end()


class Supervisor:
    """One lane: its boxes, its tasks, and the walk through a plan."""

    def __init__(self, connection: Connection, hello: Message) -> None:
        self._connection = connection
        self._hello = hello
        self._folder: str = hello["folder"]
        self._tasks: dict[str, Registered] = {}
        self._runner: Runner | None = None
        self._scorers: ScorerHost | None = None
        self._answers: dict[str, Callable[[Message], Message]] = {"register": self._register, "score": self._score}

    def open(self) -> Message:
        """Start the boxes; return the sandbox level that they reached."""
        try:
            path = self._hello["path"]
            self._runner = Runner(self._folder, path, self._connection.fileno(), self.end)
            self._scorers = ScorerHost(self._folder, path, self._hello["preload"])
            confinement = self._runner.confinement
            self._check_level(confinement)
        except InfrastructureError as error:
            return _error(error)
        except OSError as error:
            return _error(SandboxUnavailable(f"the sandbox could not be set up in {self._folder}: {error}"))
        return {"level": confinement["level"], "missing": confinement["missing"]}

    def _check_level(self, confinement: Message) -> None:
        level, wanted = confinement["level"], self._hello["min_level"]
        if LEVELS.index(level) < LEVELS.index(wanted):
            missing = "; ".join(confinement["missing"]) or "what was refused in trying: " + str(confinement["proof"])
            raise SandboxUnavailable(
                f"this machine isolates at level {level!r}, below the required {wanted!r}; missing: {missing}. "
                f"`codearena doctor` explains; min_level={level!r} accepts the risk"
            )

    def answer(self, message: Message) -> Message:
        """Answer one request; errors of this library become messages."""
        try:
            return self._answers[message["op"]](message)
        except CodeArenaError as error:
            return _error(error)
        except OSError as error:  # a full disk, no descriptors left: ours, and told as such
            return _error(SandboxFault(f"the sandbox could not work in {self._folder}: {error}"))

    def end(self) -> NoReturn:
        """End every process of the lane, remove its folder, and this process."""
        for box in (self._runner, self._scorers):
            if box is not None:
                box.close()
        with suppress(OSError):
            scratch.remove(self._folder)
        os._exit(0)

    # ------------------------------------------------------------------------------------------------ tasks

    def _register(self, message: Message) -> Message:
        task = Task.from_dict(message["task"])
        known = self._tasks.get(task.digest)
        if known is None:
            given = message["registration"]
            known = Registered(task=task)
            if given is None:
                self._learn(known)
            else:
                known.mode, known.tests, known.permitted = given["mode"], tuple(given["tests"]), given["permitted"]
                known.visible = frozenset(given["visible"])
            self._tasks[task.digest] = known
        return {
            "mode": known.mode,
            "tests": list(known.tests),
            "visible": sorted(known.visible),
            "permitted": known.permitted,
        }

    def _learn(self, known: Registered) -> None:
        """Find the tests that count, how they must be run, and what they do with objects of a submission."""
        assert self._runner is not None
        reference = Submission.of(known.task.reference).files
        listing = self._runner.listing(known)
        if listing["errors"]:  # perhaps only because there is no submission yet
            self._runner.forget(known)
            known.mode = "fresh"
        elif not listing["tests"]:
            raise InvalidTaskError(f"task {known.task.id}: its test files hold no test")
        first = self._reference_run(known, reference)
        counted = [each for each in first if not each["skipped"]]
        known.tests = tuple(each["id"] for each in counted)
        if not known.tests:
            raise InvalidTaskError(f"task {known.task.id}: its reference skips every test")
        failed = [each for each in counted if not each["passed"]]
        if failed:
            shown = "; ".join(f"{each['id']}: {each['reason']}" for each in failed[:3])
            raise InvalidTaskError(f"task {known.task.id}: its reference fails {len(failed)} of {len(counted)} tests: {shown}")
        if known.mode == "hot" and not (listing["stateless"] and self._repeats(known, reference, first)):
            known.mode = "forked"
        self._runner.forget(known)  # the learning one has seen several runs
        known.permitted = {each["id"]: each["operators"] for each in counted if each["operators"]}

    def _reference_run(self, known: Registered, files: Any, *, reverse: bool = False) -> list[Message]:
        assert self._runner is not None
        run, report = self._runner.run(known, files, reverse=reverse)
        if not report["results"]:
            reasons = [*report.get("errors", ()), *([run.reason] if run.reason else [])]
            raise InvalidTaskError(f"task {known.task.id}: its reference does not run: {'; '.join(reasons) or 'no test was found'}")
        known.visible = frozenset(test for test, shown in report["tests"] if shown)
        return list(report["results"])

    def _repeats(self, known: Registered, files: Any, first: list[Message]) -> bool:
        """Whether the tests say the same again, and in reverse order."""
        expected = {each["id"]: each["passed"] for each in first}
        for reverse in (True, False):
            again = {each["id"]: each["passed"] for each in self._reference_run(known, files, reverse=reverse)}
            if again != expected:
                return False
        return True

    # ------------------------------------------------------------------------------------------------ grades

    def _score(self, message: Message) -> Message:
        started = time.monotonic()
        known = self._tasks[message["task"]]
        submission = Submission.from_dict(message["submission"])
        plan = Plan.from_dict(message["plan"])
        runs: dict[str, Run | SandboxFault] = {}

        def run(code: Submission) -> Run:
            if code.digest not in runs:
                runs[code.digest] = self._proved_run(known, code)
            found = runs[code.digest]
            if isinstance(found, SandboxFault):
                raise found
            return found

        assert self._scorers is not None
        scorers = self._scorers
        evidence = list(walk(plan, lambda term: scorers.score(term, known.task, submission, plan, run)))
        ran = runs.get(submission.digest)
        resources = ran.resources if isinstance(ran, Run) else Resources()
        resources = replace(resources, wall_seconds=round(time.monotonic() - started, 6))
        return {"evidence": [each.to_dict() for each in evidence], "resources": asdict(resources)}

    def _proved_run(self, known: Registered, submission: Submission) -> Run | SandboxFault:
        """Run the tests. A fault that comes again is the submission's when the reference runs in the same boxes."""
        assert self._runner is not None
        for attempt in (1, 2):
            try:
                return self._runner.run(known, submission.files)[0]
            except SandboxFault as raised:
                fault = raised
                self._runner.rebuild()
                if attempt == 2 or isinstance(fault, Stuck):
                    break
        if self._reference_runs(known):
            return self._runner.nothing(known, f"broke the sandbox, in which the reference runs: {fault}", "sandbox-fault")
        self._runner.rebuild()
        return SandboxFault(f"{fault}; the reference does not run here either")

    def _reference_runs(self, known: Registered) -> bool:
        assert self._runner is not None
        try:
            return self._runner.run(known, Submission.of(known.task.reference).files)[0].ratio == 1.0
        except SandboxFault:
            return False


def _error(error: CodeArenaError) -> Message:
    return {"error": type(error).__name__, "message": str(error)}
