"""O, the process of a task's tests: the only one that knows expected values, and the one that forms the verdict."""

from __future__ import annotations

import base64
import importlib
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress

from codearena.sandbox import exceptions
from codearena.sandbox.inside import zygote
from codearena.sandbox.inside.properties import Properties
from codearena.sandbox.inside.proxy import Candidate
from codearena.sandbox.inside.suite import Outcome, Suite
from codearena.sandbox.inside.workload import Workload, WorkloadError, WorkRun
from codearena.sandbox.isolation.confine import interpreter_paths
from codearena.sandbox.isolation.kernel import die_with_parent
from codearena.sandbox.pipe import Broken, Gone
from codearena.sandbox.wire import Closed, Connection, Message


def main(control: int) -> None:
    """Become the template of oracles: load pytest and what was named, confine once, then fork one process for each suite."""
    for name in ("pytest", *sys.argv[3:]):
        importlib.import_module(name)
    exceptions.preload()
    sys.path[:] = [path for path in sys.path if path]
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    read = [*interpreter_paths(), *sys.path, package, sys.prefix]
    zygote.serve(control, _run, read=read, write=[os.getcwd()], leaf=False, wait=False, trusted=True)


def _run(request: Message, fds: list[int]) -> None:
    """Serve one task, in the forked process, until the supervisor is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # forks of this process are waited for
    connection = Connection(socket.socket(fileno=fds[0]))
    os.chdir(request["scratch"])
    oracle = Oracle(connection, request)
    with suppress(Closed):
        try:
            oracle.load()
            while True:
                message, given = connection.receive()
                oracle.run(message, given)
        except Exception as error:  # the top of a process: the supervisor is told why it ends
            connection.send({"op": "broken", "reason": describe(error)})
    os._exit(1)


def describe(error: BaseException) -> str:
    """Return an error of ours in one line, with the place where it arose."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {os.path.basename(last.filename)}:{last.lineno}: {error}"[:500]


class Oracle:
    """One task's tests, and the way they are run."""

    def __init__(self, connection: Connection, request: Message) -> None:
        self._connection = connection
        self._folder, self._scratch = request["folder"], request["scratch"]
        self._mode: str = request["mode"]
        self._request = request
        self._suite: Suite | None = None
        self._workload: Workload | None = None

    def load(self) -> None:
        """Collect the tests, unless they need a submission for that; say what was found."""
        if self._request["what"] == "workload":
            self._load_workload()
            return
        if self._mode == "fresh":
            self._connection.send({"op": "loaded", "tests": [], "errors": [], "stateless": False})
            return
        self._suite = suite = self._new_suite()
        suite.collect()
        self._connection.send({"op": "loaded", "errors": suite.errors, "stateless": suite.is_stateless(), **_listing(suite)})

    def _load_workload(self) -> None:
        errors = []
        try:
            path = os.path.join(self._folder, "workload.py")
            self._workload = Workload(path, self._request["reference"], self._request["seed"])
            self._workload.entry()
        except Exception as error:  # of the task's own code
            errors = [f"workload.py: {describe(error)}"]
        self._connection.send({"op": "loaded", "tests": [], "errors": errors, "stateless": True})

    def run(self, message: Message, fds: list[int]) -> None:
        """Run the tests on one submission; reports on the connection, in this process or in a fork of it."""
        if self._mode == "hot":
            self._grade(message, fds)
            return
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            try:
                die_with_parent(parent)
                self._connection.send({"op": "forked", "pid": os.getpid()})
                self._grade(message, fds)
            except Closed:
                os._exit(0)
            except Exception as error:  # the top of a process: the supervisor is told why it ends
                self._connection.send({"op": "broken", "reason": describe(error)})
            os._exit(0)
        for fd in fds:
            os.close(fd)
        _, status = os.waitpid(pid, 0)
        if status != 0:
            self._connection.send({"op": "broken", "reason": f"a fork of it ended with wait status {status}"})

    def _grade(self, message: Message, fds: list[int]) -> None:
        if self._workload is not None:
            self._connection.send({"op": "done", **self._measure(self._workload, message, fds[0])})
            return
        run = _Run(self, message)
        try:
            self._connection.send({"op": "done", **run.grade(fds[0])})
        finally:
            if self._suite is not None:
                self._suite.solution.attach(None)
            run.close()

    def _measure(self, workload: Workload, message: Message, fd: int) -> Message:
        candidate = Candidate(fd)
        try:
            translated = {name: base64.b64decode(text) for name, text in message["translated"].items()}
            run = WorkRun(workload, candidate, [(name, text) for name, text in message["files"]], translated)
            outcomes = run.grade(message["budgets"]) if message["budgets"] else run.calibrate()
        except (Gone, WorkloadError) as error:
            if isinstance(error, WorkloadError) and message["budgets"]:
                raise  # it worked when the task was registered: no fault of the submission's
            return {"results": [], "reason": str(error), "tests": []}
        finally:
            candidate.close()
        reason = self.ask_for_worker(candidate.lost, loading=True)[0]["reason"] if candidate.lost is not None else ""
        results = [outcome.to_dict() for outcome in outcomes]
        return {"results": results, "tests": [[outcome.id, False] for outcome in outcomes], "reason": reason}

    def _new_suite(self) -> Suite:
        if self._request["what"] == "tests":
            return Suite(self._folder, self._scratch)
        return Properties(self._folder, self._scratch, self._request["reference"], self._request["seed"])

    def suite(self, candidate: Candidate) -> Suite:
        """Return the suite, collecting it now where that needs a submission."""
        if self._suite is None:
            self._suite = self._new_suite()
            self._suite.solution.attach(candidate)
            self._suite.collect()
        return self._suite

    def wanted(self) -> tuple[str, ...]:
        """Names that the test files import, as far as they are known."""
        return self._suite.wanted() if self._suite is not None else ()

    def ask_for_worker(self, why: Gone, *, loading: bool) -> tuple[Message, list[int]]:
        """Report that the submission's process is lost; the supervisor answers with another one, or with the reason."""
        self._connection.send({"op": "lost", "why": str(why), "broken": isinstance(why, Broken), "loading": loading})
        return self._connection.receive()


class _Run:
    """One submission before one suite."""

    def __init__(self, oracle: Oracle, message: Message) -> None:
        self._oracle = oracle
        self._files = tuple((name, text) for name, text in message["files"])
        self._permitted: dict[str, list[str]] | None = message["permitted"]
        self._reverse: bool = message["reverse"]
        self._shrink: list[str] = message["shrink"]
        self._candidate: Candidate | None = None

    def close(self) -> None:
        """Let go of the submission's process."""
        if self._candidate is not None:
            self._candidate.close()

    def grade(self, fd: int) -> Message:
        """Load and test the submission that listens on ``fd``; return what is reported."""
        failed = self._load(fd)
        if failed is not None:
            return {"results": [], **failed}
        suite = self._oracle.suite(self._current())
        if self._shrink and isinstance(suite, Properties):
            shrunk = suite.shrink(self._current(), self._shrink, self._permitted)
            return {"results": [outcome.to_dict() for outcome in shrunk], "tests": []}
        order = list(range(len(suite.items)))
        if self._reverse:
            order.reverse()
        outcomes: list[Outcome] = []
        while True:
            candidate = self._current()
            for outcome in suite.run(order[len(outcomes) :], candidate, self._permitted):
                outcomes.append(outcome)
                if candidate.lost is not None:
                    break
            if candidate.lost is None:
                break
            answer, fds = self._oracle.ask_for_worker(candidate.lost, loading=False)
            outcomes[-1].reason = answer["reason"]
            if not fds or len(outcomes) == len(order):
                break
            self.close()
            if self._load(fds[0]) is not None:
                break
        return {"results": [outcome.to_dict() for outcome in outcomes], "errors": suite.errors, **_listing(suite)}

    def _current(self) -> Candidate:
        assert self._candidate is not None
        return self._candidate

    def _load(self, fd: int) -> Message | None:
        """Load the submission and bind the suite to it; return why that failed, or None."""
        self._candidate = candidate = Candidate(fd)
        try:
            present = candidate.load(self._files, self._oracle.wanted())
        except Gone as gone:
            answer, _ = self._oracle.ask_for_worker(gone, loading=True)
            return {"reason": answer["reason"]}
        except BaseException as error:  # the boundary around the submission's own import
            return {"reason": f"{type(error).__name__}: {error}"[:500], "import_error": _import_log(error)}
        suite = self._oracle.suite(candidate)
        suite.solution.attach(candidate)
        suite.bind(candidate, present)
        return None


def _listing(suite: Suite) -> Message:
    return {"tests": [[item.nodeid, suite.visible(item)] for item in suite.items]}


def _import_log(error: BaseException) -> str:
    lines = getattr(error, "submission_lines", ())
    places = [f"solution.py:{number}: in {name}" for number, name in lines[-5:]]
    return "\n".join([*places, f"{type(error).__name__}: {error}"])[:4000]
