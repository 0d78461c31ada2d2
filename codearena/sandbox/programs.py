"""Running a program of a submission on each case of a task: a fresh process, real standard streams, and a look at what they hold.

Nothing of ours is in the process that runs, and no test: what it printed is compared here, after it has ended.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from codearena.core.case import Run
from codearena.core.programs import TEXT, ProgramCase
from codearena.sandbox import scratch
from codearena.sandbox.boxes import Template, Usage
from codearena.sandbox.output import difference, most_bytes
from codearena.sandbox.watch import Registered, Watch, Worker, classify, run_of
from codearena.sandbox.wire import Connection, Message

PREFIX = "cases.jsonl::"
"""What the name of a case begins with where tests are named."""
_SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
_LOG = 4000
_LINE = re.compile(r'File "solution\.py", line (\d+)')


class Programs:
    """Runs one submission at a time, case after case."""

    def __init__(self, workers: Template, folder: str, readable: Callable[[Connection, float], bool]) -> None:
        """Fork from ``workers``, whose children may write into ``folder``; ``readable`` waits for a message."""
        self._workers, self._folder, self._readable = workers, folder, readable

    def run(self, known: Registered, files: Sequence[tuple[str, str]]) -> tuple[Run, Message]:
        """Run the program on each case; return what counts, and the outcomes as tests report them."""
        watch = Watch(known.task)
        results: list[Message] = []
        with _memory(json.dumps(list(files)).encode()) as source:
            for case in known.task.cases:
                results.append(self._case(case, source, watch))
                scratch.empty(self._folder)
                if watch.flags & {"timeout", "disk-limit"}:
                    break  # what was spent is spent for all of them
                watch.reason, watch.stopped = "", None
        tests = [[each["id"], case.visible] for each, case in zip(results, known.task.cases, strict=False)]
        return run_of(known, {"results": results}, watch), {"results": results, "tests": tests}

    def _case(self, case: ProgramCase, source: int, watch: Watch) -> Message:
        with _memory(case.stdin.encode("utf-8", "surrogatepass")) as given, _memory() as printed, _memory() as told:
            usage = self._ended([source, given, printed, told], watch)
            log = _read(told, _LOG, end=True).decode("utf-8", "replace")
            said = os.fstat(printed).st_size + os.fstat(told).st_size
            if not watch.reason and said > watch.task.limits.output_bytes:
                watch.stop("output-limit", f"printed more than {watch.task.limits.output_bytes} bytes")
            reason = self._reason(case, usage, printed, log, watch)
            shown = bool(reason) and not watch.reason
            # A program that says nothing has not done what one executes a program for.
            silent = os.fstat(printed).st_size == 0 and bool(case.stdout.strip())
        lines = _LINE.findall(log) if shown else []
        return {
            "id": PREFIX + case.name,
            "passed": not reason,
            "skipped": False,
            "reason": reason,
            "log": log if shown else "",
            "line": int(lines[-1]) if lines else None,
            "ended": not watch.reason and usage.status == 0 and not silent,
            "operators": [],
            "work": None,
        }

    def _ended(self, fds: list[int], watch: Watch) -> Usage:
        """Start the program, wait for its end, and bring that about when it exceeds a limit."""
        limits = watch.task.limits
        request = {"cpu_seconds": limits.cpu_seconds, "memory_mb": limits.memory_mb, "output_bytes": limits.output_bytes, "program": True}
        worker = Worker(self._workers.fork(request, fds), self._workers)
        while not self._readable(self._workers.connection, watch.patience(worker)):
            watch.look(worker, self._folder)
            if watch.reason:
                break
        return worker.end(watch)

    @staticmethod
    def _reason(case: ProgramCase, usage: Usage, printed: int, log: str, watch: Watch) -> str:
        """Return why the case does not pass; empty when it does."""
        size, comparison = os.fstat(printed).st_size, watch.task.comparison or TEXT
        if watch.reason:
            return watch.reason
        if os.WIFSIGNALED(usage.status):
            if os.WTERMSIG(usage.status) == signal.SIGKILL:
                watch.stop("crash", "its process was killed")
            else:
                classify(usage, watch, broken="")
            return watch.reason
        if os.WEXITSTATUS(usage.status):
            last = log.rstrip().rpartition("\n")[2]
            return f"ended with status {os.WEXITSTATUS(usage.status)}" + (f": {last[:300]}" if last else "")
        if size > most_bytes(case.stdout, comparison):
            return f"printed {size} bytes, where {len(case.stdout.encode('utf-8', 'surrogatepass'))} are expected"
        return difference(_read(printed, size), case.stdout, comparison)


@contextmanager
def _memory(content: bytes | None = None) -> Iterator[int]:
    """Lend a file in memory: one to write into, or one that holds ``content`` and cannot be changed."""
    fd = os.memfd_create("codearena", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        if content is not None:
            view = memoryview(content)
            while view:
                view = view[os.write(fd, view) :]
            os.lseek(fd, 0, os.SEEK_SET)
            fcntl.fcntl(fd, fcntl.F_ADD_SEALS, _SEALS)
        yield fd
    finally:
        os.close(fd)


def _read(fd: int, size: int, *, end: bool = False) -> bytes:
    """Return the first ``size`` bytes of a file, or the last, of which its process may have left the position anywhere."""
    held = os.fstat(fd).st_size
    return os.pread(fd, size, max(0, held - size) if end else 0)
