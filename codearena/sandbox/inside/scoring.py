"""S, the process of the scorers: parses what a submission wrote, and may be killed for it."""

from __future__ import annotations

import base64
import functools
import importlib
import os
import resource
import socket
import sys
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

from codearena.core.case import Case, Run, Suite, TestResult
from codearena.core.contracts import find_scorer
from codearena.core.engine import as_evidence
from codearena.core.errors import JudgeRefused, JudgeUnavailable, PluginLoadError, SandboxFault
from codearena.core.evidence import flat
from codearena.core.grade import Resources
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.sandbox.inside import zygote
from codearena.sandbox.inside.meter import Meter
from codearena.sandbox.isolation.confine import interpreter_paths, limit
from codearena.sandbox.wire import Closed, Connection, Message

_MEMORY = 4 << 30
"""Address space of one scoring process, in bytes."""
_MOST_TRANSLATED = 4 << 20
"""Characters of translated files that go from process to process in one message, with all else that is in it."""


def main(control: int) -> None:
    """Become the template of scoring processes: load what was named, confine once, then fork."""
    for name in sys.argv[3:]:
        with suppress(ImportError, PluginLoadError):  # found again, and reported, when a scorer of it is asked for
            _prepare(name)
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    read = [*interpreter_paths(), *(path for path in sys.path if path), package, sys.prefix]
    zygote.serve(control, _run, read=read, write=[os.getcwd()], leaf=True, wait=False, trusted=True)


def _prepare(name: str) -> None:
    """Import the module ``name``, or, for ``module:name``, the scorer there and what it is heavy with."""
    if ":" not in name:
        importlib.import_module(name)
        return
    prepare = find_scorer(name).prepare
    if prepare is not None:
        prepare()


def _run(request: Message, fds: list[int]) -> None:
    limit(resource.RLIMIT_AS, _MEMORY)
    with suppress(Closed):
        Scoring(Connection(socket.socket(fileno=fds[0]))).serve()
    os._exit(0)


class Scoring:
    """Runs one scorer at a time, on the case last described."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tasks: dict[str, Task] = {}
        self._case: Case | None = None

    def serve(self) -> None:
        """Answer until the supervisor is gone."""
        while True:
            message, _ = self._connection.receive()
            if "task" in message:
                self._tasks[message["digest"]] = Task.from_dict(message["task"])
                continue
            if "case" in message:
                self._describe(message["case"])
            self._connection.send(self._score(message))

    def _describe(self, case: Message) -> None:
        self._case = Case(
            task=self._tasks[case["task"]],
            submission=Submission.from_dict(case["submission"]),
            run=self._run,
            ask=self._ask,
            seed=case["seed"],
        )

    def _score(self, message: Message) -> Message:
        assert self._case is not None
        object.__setattr__(self._case, "options", MappingProxyType(dict(message["options"])))
        started = time.process_time()
        try:
            scorer = find_scorer(message["where"])
            evidence = as_evidence(scorer(self._case), scorer.name)
        except SandboxFault as fault:  # of ours: a canary has failed too
            return {"op": "fault", "reason": str(fault)}
        except JudgeUnavailable as unavailable:
            return {"op": "unavailable", "reason": str(unavailable)}
        except BaseException as error:  # the boundary around a scorer
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{os.path.basename(last.filename)}:{last.lineno}"
            return {"op": "crash", "reason": f"{type(error).__name__} at {place}: {error}"[:500]}
        return {"op": "evidence", "evidence": evidence.to_dict() | {"seconds": round(time.process_time() - started, 6)}}

    def _run(self, what: Suite = "tests") -> Run:
        self._connection.send({"op": "run", "what": what} | ({"translated": self._translated()} if what == "workload" else {}))
        answer, _ = self._connection.receive()
        if "fault" in answer:
            raise SandboxFault(answer["fault"])
        return run_from_dict(answer["run"])

    def _translated(self) -> dict[str, str]:
        """Return what the meter makes of the submission, file by file; without those of which it makes nothing.

        Nor those that are too large to send: where the program is to run, they are compiled again.
        """
        assert self._case is not None
        files, found, size = self._case.submission.files, {}, 0
        with suppress(Exception):  # raised again, and told, where the program is to run
            facts = _meter().survey(files)
            for name, text in files:
                with suppress(Exception):
                    made = base64.b64encode(_meter().translate(text, name, facts)).decode("ascii")
                    size += len(made)
                    if size <= _MOST_TRANSLATED:
                        found[name] = made
        return found

    def _ask(self, request: Mapping[str, Any]) -> str:
        self._connection.send({"op": "ask", "request": dict(request)})
        answer, _ = self._connection.receive()
        if "fault" in answer:
            raise JudgeUnavailable(answer["fault"])
        if "refused" in answer:
            raise JudgeRefused(answer["refused"])
        return str(answer["answer"])


@functools.cache
def _meter() -> Meter:
    return Meter()


def run_to_dict(run: Run) -> Message:
    """Return plain JSON data; `run_from_dict` is its inverse."""
    return {
        "results": list(map(flat, run.results)),
        "flags": list(run.flags),
        "reason": run.reason,
        "resources": flat(run.resources),
    }


def run_from_dict(data: Message) -> Run:
    """Rebuild a run from `run_to_dict`'s data."""
    return Run(
        results=tuple(TestResult(**result) for result in data["results"]),
        flags=tuple(data["flags"]),
        reason=data["reason"],
        resources=Resources(**data["resources"]),
    )
