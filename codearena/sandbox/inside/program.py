"""A submission as a program, in W: read standard input, write standard output, end with a status."""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
import traceback
import types
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

Compile = Callable[[str, str], types.CodeType]
Serve = Callable[[Sequence[tuple[str, str]], Compile], object]


def run_program(fds: Sequence[int], serve: Serve, compiled: Compile) -> NoReturn:
    """Run the program that the first of ``fds`` holds as ``__main__``; the others are its standard streams.

    ``serve`` lets its further files be imported, ``compiled`` compiles a file.
    It ends as under the interpreter: threads are waited for, exit functions run, what it printed is written out, and the
    status is that of `SystemExit`, or 1 after a traceback.
    """
    source, *streams = fds
    (name, text), *others = json.loads(_all_of(source))
    os.close(source)
    for number, fd in enumerate(streams):
        os.dup2(fd, number)
        os.close(fd)
    _open_streams()
    serve(others, compiled)
    module = types.ModuleType("__main__")
    module.__file__ = name
    sys.modules["__main__"] = module
    sys.argv = [name]
    status = 0
    try:
        exec(compiled(text, name), module.__dict__)
    except SystemExit as end:
        status = _status(end.code)
    except BaseException as error:
        status = 1
        traceback.print_exception(error.with_traceback(error.__traceback__ and error.__traceback__.tb_next))
    try:
        vars(threading)["_shutdown"]()
        vars(atexit)["_run_exitfuncs"]()
        sys.stdout.flush()
    except BaseException:
        status = status or 120  # as the interpreter ends where its output cannot be written
    os._exit(status)


def _all_of(fd: int) -> bytes:
    """Return what is in a file, wherever others who hold it have read to."""
    return os.pread(fd, os.fstat(fd).st_size, 0)


def _open_streams() -> None:
    def stream(fd: int, mode: str, **more: Any) -> Any:
        return open(fd, mode, encoding="utf-8", closefd=False, **more)

    sys.stdin = sys.__stdin__ = stream(0, "r", errors="surrogateescape")  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = stream(1, "w", errors="surrogateescape")  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = stream(2, "w", errors="backslashreplace", buffering=1)  # type: ignore[misc]


def _status(code: object) -> int:
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    sys.stderr.write(f"{code}\n")
    return 1
