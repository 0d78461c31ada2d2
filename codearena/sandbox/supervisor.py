"""The process at the head of a lane: started by exec from the caller, single-threaded, and never runs a submission."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import NoReturn

from codearena.core.case import SUITES, Run, Suite
from codearena.core.config import LEVELS
from codearena.core.engine import walk
from codearena.core.errors import CodeArenaError, InfrastructureError, SandboxFault, SandboxUnavailable
from codearena.core.evidence import flat
from codearena.core.grade import total
from codearena.core.plan import Plan, Term
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.sandbox import scratch
from codearena.sandbox.learning import Learning
from codearena.sandbox.runner import Runner, Stuck
from codearena.sandbox.scorers import Grading, ScorerHost, Translated
from codearena.sandbox.watch import Registered
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
        self._tasks: dict[str, dict[Suite, Registered]] = {}
        self._runner: Runner | None = None
        self._scorers: ScorerHost | None = None
        self._analysers: ScorerHost | None = None
        """Runs what is heavy to load; opened when first needed."""
        self._answers: dict[str, Callable[[Message], Message]] = {"register": self._register, "score": self._score}

    def open(self) -> Message:
        """Start the boxes; return the sandbox level that they reached."""
        try:
            path = self._hello["path"]
            self._runner = Runner(self._folder, path, self._connection.fileno(), self.end)
            self._scorers = ScorerHost(self._made("s"), path, self._hello["preload"])
            confinement = self._runner.confinement
            self._check_level(confinement)
        except InfrastructureError as error:
            return _error(error)
        except OSError as error:
            return _error(SandboxUnavailable(f"the sandbox could not be set up in {self._folder}: {error}"))
        return {"level": confinement["level"], "missing": confinement["missing"]}

    def _made(self, name: str) -> str:
        folder = os.path.join(self._folder, name)
        os.mkdir(folder)
        return folder

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
        for box in (self._runner, self._scorers, self._analysers):
            if box is not None:
                box.close()
        with suppress(OSError):
            scratch.remove(self._folder)
        os._exit(0)

    # ------------------------------------------------------------------------------------------------ tasks

    def _register(self, message: Message) -> Message:
        task = Task.from_dict(message["task"])
        given = message["registration"]
        if task.digest not in self._tasks:
            suites: dict[Suite, Registered] = {}
            for what in SUITES:
                if what == "tests" or getattr(task, what).strip():
                    suites[what] = self._registered(task, what, given if given is None or what == "tests" else given[what])
            self._tasks[task.digest] = suites
        known = self._tasks[task.digest]
        further = {what: _described(known[what]) if what in known else None for what in SUITES if what != "tests"}
        return _described(known["tests"]) | further

    def _registered(self, task: Task, what: Suite, given: Message | None) -> Registered:
        known = Registered(task=task, what=what, seed=self._hello["seed"])
        if given is None:
            assert self._runner is not None
            Learning(self._runner, known).learn()
        else:
            known.mode, known.tests, known.permitted = given["mode"], tuple(given["tests"]), given["permitted"]
            known.visible, known.work = frozenset(given["visible"]), given["work"]
        return known

    # ------------------------------------------------------------------------------------------------ grades

    def _score(self, message: Message) -> Message:
        started = time.monotonic()
        suites = self._tasks[message["task"]]
        submission = Submission.from_dict(message["submission"])
        plan, thorough = Plan.from_dict(message["plan"]), message["thorough"]
        runs: dict[tuple[str, Suite], Run | SandboxFault] = {}

        def run(code: Submission, what: Suite, translated: Translated) -> Run:
            key = code.digest, what
            if key not in runs:
                if what not in suites:
                    raise SandboxFault(f"task {message['task']} has no {what}")
                runs[key] = self._proved_run(suites[what], code, translated)
                if thorough and what == "properties":
                    runs[key] = self._shrunk(suites[what], code, runs[key])
            found = runs[key]
            if isinstance(found, SandboxFault):
                raise found
            return found

        grading = Grading(task=suites["tests"].task, submission=submission, seed=self._hello["seed"], run=run, ask=self._ask)
        evidence = list(walk(plan, lambda term: self._host(term, plan).score(term, grading), cascade=not thorough))
        used = [ran.resources for (code, _), ran in runs.items() if code == submission.digest and isinstance(ran, Run)]
        resources = replace(total(used), wall_seconds=round(time.monotonic() - started, 6))
        return {"evidence": [each.to_dict() for each in evidence], "resources": flat(resources)}

    def _host(self, term: Term, plan: Plan) -> ScorerHost:
        """Return the scoring process for a term: one is light, one has loaded analysers of many megabytes."""
        assert self._scorers is not None
        if term.stage != "analysis":
            return self._scorers
        if self._analysers is None:
            heavy = [each.where for each in plan.terms if each.stage == "analysis"]
            self._analysers = ScorerHost(self._made("a"), self._hello["path"], heavy)
        return self._analysers

    def _ask(self, request: Message) -> Message:
        """Put a scorer's question to the judge, whom only the caller can reach."""
        try:
            self._connection.send({"ask": request})
            return self._connection.receive()[0]
        except Closed:  # the caller is gone; a scorer whose process died looks the same further up
            self.end()

    def _shrunk(self, known: Registered, submission: Submission, found: Run | SandboxFault) -> Run | SandboxFault:
        """Look for smaller counterexamples, in a process of their own: what that costs or breaks changes no verdict."""
        assert self._runner is not None
        failed = [] if isinstance(found, SandboxFault) else [result.id for result in found.results if not result.passed]
        if isinstance(found, SandboxFault) or not failed:
            return found
        try:
            report = self._runner.run(known, submission.files, shrink=failed)[1]
        except SandboxFault:
            self._runner.rebuild()
            return found
        smaller = {each["id"]: each for each in report["results"]}
        results = [
            replace(r, reason=smaller[r.id]["reason"], log=smaller[r.id]["log"], line=smaller[r.id]["line"]) if r.id in smaller else r
            for r in found.results
        ]
        return replace(found, results=tuple(results))

    def _proved_run(self, known: Registered, submission: Submission, translated: Translated) -> Run | SandboxFault:
        """Run the tests. A fault that comes again is the submission's when the reference runs in the same boxes."""
        assert self._runner is not None
        for attempt in (1, 2):
            try:
                return self._runner.run(known, submission.files, translated=translated)[0]
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


def _described(known: Registered) -> Message:
    return {
        "mode": known.mode,
        "tests": list(known.tests),
        "visible": sorted(known.visible),
        "permitted": known.permitted,
        "work": known.work,
    }


def _error(error: CodeArenaError) -> Message:
    return {"error": type(error).__name__, "message": str(error)}
