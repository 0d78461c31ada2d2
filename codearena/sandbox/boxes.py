"""The supervisor's side of its boxes: starting templates, forking children from them, watching and ending those."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from codearena.core.errors import SandboxFault
from codearena.sandbox.isolation.kernel import cpu_seconds
from codearena.sandbox.wire import Closed, Connection, Message

_BOOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "boot.py")
# No user site, no script folder on the path, no bytecode written; W also has no site-packages.
_FLAGS = {"candidate": ["-s", "-S", "-P", "-B"], "oracle": ["-s", "-P", "-B"], "scoring": ["-s", "-P", "-B"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How a child ended, and what it used."""

    status: int
    """As `os.wait4` gives it."""
    cpu_seconds: float
    peak_memory_bytes: int
    disk_read_bytes: int
    disk_written_bytes: int


class Child:
    """A process forked from a template, held by a descriptor so that its number cannot come to mean another one."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.clock_pid = pid
        """Whose CPU time counts: the child's own, or that of a fork that works for it."""
        try:
            self._pidfd = os.pidfd_open(pid)
        except ProcessLookupError:  # a short program that has already ended, as its template is about to report
            self._pidfd = -1
        self._schedule: tuple[int, int] | None = None
        """The process whose time in the queue was asked for last, and a descriptor that tells it."""

    def cpu_seconds(self) -> float:
        """Return the CPU seconds used so far; 0.0 once it is gone."""
        try:
            return cpu_seconds(self.clock_pid)
        except OSError:
            return 0.0

    def waited_seconds(self) -> float:
        """Return the seconds it was ready to run but had no core; 0.0 where the kernel does not say."""
        try:
            if self._schedule is None or self._schedule[0] != self.clock_pid:
                self._forget_schedule()
                self._schedule = self.clock_pid, os.open(f"/proc/{self.clock_pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
            return int(os.pread(self._schedule[1], 100, 0).split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0

    def _forget_schedule(self) -> None:
        if self._schedule is not None:
            os.close(self._schedule[1])
            self._schedule = None

    def kill(self) -> None:
        """End it. May be called at any time, and again."""
        if self._pidfd >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)

    def close(self) -> None:
        """End it and let go of it."""
        self.kill()
        self._forget_schedule()
        if self._pidfd >= 0:
            os.close(self._pidfd)
            self._pidfd = -1


class Template:
    """A process that has loaded and confined itself, and forks children. One of it per role and lane."""

    def __init__(self, role: str, folder: str, path: Sequence[str], preload: Sequence[str] = ()) -> None:
        self._connection, theirs = Connection.pair()
        environment = {"PYTHONHASHSEED": "0", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC", "HOME": folder}
        if role != "candidate":
            environment["PYTHONPATH"] = os.pathsep.join(path)
        command = [sys.executable, *_FLAGS[role], "-X", "utf8", _BOOT, role, str(theirs.fileno()), *preload]
        try:
            self._process = subprocess.Popen(
                command, env=environment, cwd=folder, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        except OSError as error:
            raise SandboxFault(f"the {role} template could not be started: {error}") from error
        finally:
            theirs.close()
        self._role = role
        self.hello: Message = {}

    def ready(self) -> Message:
        """Wait until it is confined; return what it says of that."""
        if not self.hello:
            self.hello = self._receive()
        return self.hello

    def fork(self, request: Message, fds: Sequence[int]) -> Child:
        """Fork a child that serves ``request`` with duplicates of ``fds``."""
        self.ready()
        try:
            self._connection.send(request, fds)
        except Closed as closed:
            raise SandboxFault(f"the {self._role} template is gone") from closed
        return Child(self._receive()["pid"])

    @property
    def connection(self) -> Connection:
        """What the template speaks on, for polling."""
        return self._connection

    def ended(self) -> Usage:
        """Wait for the child of a waiting template to end; return how it did."""
        report = self._receive()
        return Usage(**{name: report[name] for name in Usage.__slots__})

    def _receive(self) -> Message:
        try:
            return self._connection.receive()[0]
        except Closed as closed:
            raise SandboxFault(f"the {self._role} template is gone") from closed

    def close(self) -> None:
        """End it; its children die with it."""
        self._process.kill()
        self._process.wait()
        self._connection.close()
