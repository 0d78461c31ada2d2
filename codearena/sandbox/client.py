"""The caller's side of a lane. Nothing here reads, parses or runs a submission."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from codearena.core import errors
from codearena.core.config import Config
from codearena.core.evidence import Evidence
from codearena.core.grade import Resources, SandboxReport
from codearena.core.lane import AskJudge, LaneResult, Registration
from codearena.core.plan import Plan
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.sandbox import scratch
from codearena.sandbox.wire import Closed, Connection, Message

_BOOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "boot.py")


class ProcessLane:
    """One supervisor process. Used by one thread at a time; `abort` may be called from any."""

    def __init__(self, config: Config, preload: Sequence[str] = ()) -> None:
        import subprocess

        try:
            self._folder = tempfile.mkdtemp(prefix="codearena-", dir=config.scratch or None)
        except OSError as error:
            raise errors.SandboxUnavailable(f"no scratch folder could be made: {error}") from error
        ours, theirs = socket.socketpair()
        self._connection = Connection(ours)
        self._loaded: set[str] = set()
        try:
            # A session of its own, so that Ctrl-C reaches only the caller; -I and -S, so that nothing of ours to load
            # depends on where the caller stands. Popen uses vfork: a caller of many gigabytes costs no more.
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-X", "utf8", _BOOT, "supervisor", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
                cwd=self._folder,
                start_new_session=True,
            )
        except OSError as error:
            self._connection.close()
            os.rmdir(self._folder)
            raise errors.SandboxUnavailable(f"the sandbox's supervisor could not be started: {error}") from error
        finally:
            theirs.close()
        hello = {
            "folder": self._folder,
            "path": [os.path.abspath(path or ".") for path in sys.path],
            "preload": list(preload),
            "min_level": config.min_level,
            "seed": config.seed,
        }
        try:
            opened = self._ask(hello)
        except BaseException:  # Ctrl-C included
            self.close()
            raise
        self.sandbox = SandboxReport(level=opened["level"], missing=tuple(opened["missing"]))

    # ------------------------------------------------------------------------------------------------ the lane

    def register(self, task: Task, known: Registration | None = None) -> Registration:
        """Load ``task``; without ``known``, from another lane, run its reference to learn what counts."""
        given = None if known is None else known.to_dict()
        answer = self._ask({"op": "register", "task": task.to_dict(), "registration": given})
        self._loaded.add(task.digest)
        return Registration.from_dict(answer)

    def score(
        self, task: Task, submission: Submission, plan: Plan, known: Registration, *, thorough: bool = False, ask: AskJudge | None = None
    ) -> LaneResult:
        """Walk ``plan`` on ``submission``; see `codearena.core.lane.Lane.score`."""
        if task.digest not in self._loaded:
            self.register(task, known)
        request = {"op": "score", "task": task.digest, "submission": submission.to_dict(), "plan": plan.to_dict(), "thorough": thorough}
        answer = self._ask(request, ask)
        return LaneResult(
            evidence=tuple(Evidence.from_dict(each) for each in answer["evidence"]),
            resources=Resources(**answer["resources"]),
            sandbox=self.sandbox,
        )

    def alive(self) -> bool:
        """Return whether the supervisor is still there."""
        return self._process.poll() is None

    def abort(self) -> None:
        """End the lane now, from any thread; a request in progress raises `WorkerLost`."""
        with suppress(OSError):
            self._connection.shutdown()

    def close(self) -> None:
        """End every process of the lane and remove its folder."""
        import subprocess

        self._connection.close()
        try:
            self._process.wait(timeout=5)  # it sees that we are gone, and cleans up
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with suppress(OSError):
            scratch.remove(self._folder)

    def _ask(self, message: Message, judge: AskJudge | None = None) -> Message:
        broke: Exception | None = None
        try:
            self._connection.send(message)
            answer, _ = self._connection.receive()
            while "ask" in answer:
                try:
                    reply = _judged(answer["ask"], judge)
                except Exception as error:  # of a judge that is a plugin, or badly configured: told once the lane is free again
                    broke, reply = error, {"fault": f"the judge raised {type(error).__name__}"}
                self._connection.send(reply)
                answer, _ = self._connection.receive()
        except Closed as closed:
            raise errors.WorkerLost(f"a sandbox supervisor ended in the middle of a request: {closed}") from closed
        if broke is not None:
            raise broke
        if "error" in answer:
            kind: Any = getattr(errors, answer["error"])
            raise kind(answer["message"])
        return answer


def _judged(request: Message, judge: AskJudge | None) -> Message:
    """Put a scorer's question to the judge; return what came of it."""
    if judge is None:
        return {"fault": "no judge is configured; set judge_url and judge_model"}
    try:
        return {"answer": judge(request)}
    except errors.JudgeRefused as refused:
        return {"refused": str(refused)}
    except errors.JudgeUnavailable as fault:
        return {"fault": str(fault)}
