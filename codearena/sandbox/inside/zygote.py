"""A process that has loaded and locked itself once, and forks a child for each request."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from typing import NoReturn

from codearena.sandbox.isolation import seccomp
from codearena.sandbox.isolation.confine import confine, level_of, prove
from codearena.sandbox.isolation.kernel import die_with_parent, fork
from codearena.sandbox.wire import Closed, Connection, Message

Child = Callable[[Message, list[int]], None]
"""What a forked process does with a request and the descriptors that came with it; it should not return."""


def serve(control: int, child: Child, *, read: list[str], write: list[str], leaf: bool, wait: bool, trusted: bool = False) -> None:
    """Confine this process, say how well that worked, then fork ``child`` for each request until the end.

    With ``leaf``, children cannot start processes. With ``wait``, one child runs at a time, and its exit status and
    use of resources are reported when it has ended.
    """
    die_with_parent(os.getppid())
    connection = Connection(socket.socket(fileno=control))
    _silence()
    missing = confine(read, write, trusted=trusted)
    proof = prove(os.path.abspath(__file__)) if leaf else {}
    if not wait:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps
    gc.collect()
    gc.freeze()
    gc.disable()
    connection.send({"missing": missing, "level": level_of(proof) if leaf else "", "proof": proof})
    parent, leaf_filter = os.getpid(), seccomp.LeafFilter() if proof.get("seccomp") else None
    with contextlib.suppress(Closed):
        while True:
            request, fds = connection.receive()
            pid = fork()
            if pid == 0:
                _become(parent, connection, leaf_filter, partial(child, request, fds))
            for fd in fds:
                os.close(fd)
            connection.send({"pid": pid})
            if wait:
                _, status, usage = os.wait4(pid, 0)
                connection.send(
                    {
                        "ended": pid,
                        "status": status,
                        "cpu_seconds": usage.ru_utime + usage.ru_stime,
                        "peak_memory_bytes": usage.ru_maxrss * 1024,
                        "disk_read_bytes": usage.ru_inblock * 512,
                        "disk_written_bytes": usage.ru_oublock * 512,
                    }
                )
    os._exit(0)


def _become(parent: int, connection: Connection, leaf: seccomp.LeafFilter | None, serve_child: Callable[[], None]) -> NoReturn:
    """Turn the fork that this process is into a child, and serve."""
    try:
        die_with_parent(parent)
        connection.close()
        if leaf is not None:
            leaf.install(os.getpid())
        gc.enable()
        serve_child()
    finally:
        os._exit(1)


def _silence() -> None:
    """Point standard input, output and error at nothing."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for fd in range(3):
        os.dup2(nothing, fd)
    os.close(nothing)
    sys.stdin = sys.__stdin__
