"""Putting a process into its box, and proving by trying that the box holds."""

from __future__ import annotations

import os
import resource
import socket
import sys
from collections.abc import Callable, Iterable

from codearena.sandbox.isolation import landlock, seccomp
from codearena.sandbox.isolation.kernel import (
    CAP_DAC_READ_SEARCH,
    PR_SET_DUMPABLE,
    PR_SET_NO_NEW_PRIVS,
    SUPPORTED,
    drop_capabilities,
    prctl,
)

_LIBRARY_FOLDERS = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
_PLAIN_FILES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random", "/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo")


def interpreter_paths() -> list[str]:
    """Return what the bare interpreter reads: the standard library and shared objects, no installed packages.

    Installed packages are left out name by name, because bundled tasks, with their tests and references, may be
    among them.
    """
    standard = os.path.dirname(os.__file__)
    paths = [*_PLAIN_FILES, *_entries(standard, ("site-packages", "dist-packages"))]
    for folder in {*_LIBRARY_FOLDERS, os.path.join(sys.base_prefix, "lib")}:
        paths += _entries(folder, ("python",))
    return paths


def _entries(folder: str, without: tuple[str, ...]) -> list[str]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names) if not name.startswith(without)]


def limit(resource_kind: int, value: int) -> None:
    """Lower a resource limit of this process to ``value``, never raising it."""
    _, hard = resource.getrlimit(resource_kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(resource_kind, (value, value))


def confine(read: Iterable[str], write: Iterable[str], *, trusted: bool = False) -> list[str]:
    """Lock this process into a box; return what could not be done, in words. Irreversible, inherited by forks.

    Afterwards: no capability, reading only below ``read``, plain files only below ``write``, and the system calls of
    `seccomp.base_filter`. What is ``trusted``, and was root, may there read what belongs to others.
    """
    missing: list[str] = []
    limit(resource.RLIMIT_CORE, 0)
    if not SUPPORTED:
        return ["Linux on x86-64 or aarch64"]
    steps: list[tuple[str, Callable[[], None]]] = [
        ("no_new_privs", lambda: prctl(PR_SET_NO_NEW_PRIVS, 1)),
        ("dropping capabilities", lambda: drop_capabilities(CAP_DAC_READ_SEARCH if trusted else None)),
        ("not dumpable", lambda: prctl(PR_SET_DUMPABLE, 0)),
        ("Landlock", lambda: landlock.restrict(read, write)),
        ("seccomp", lambda: seccomp.install(seccomp.base_filter())),
    ]
    for name, step in steps:
        try:
            step()
        except OSError as error:
            missing.append(f"{name} ({error.strerror or error})")
    return missing


def prove(forbidden_file: str) -> dict[str, bool]:
    """Try what the box must refuse; return for each mechanism whether every try was refused.

    ``forbidden_file`` exists and is readable by this user, and lies outside what the box may read.
    """
    return {
        "Landlock": _refused(lambda: os.close(os.open(forbidden_file, os.O_RDONLY)))
        and _refused(lambda: os.close(os.open(forbidden_file, os.O_WRONLY))),
        "seccomp": _refused(lambda: socket.socket().close())
        and _refused(lambda: os.chmod(forbidden_file, os.stat(forbidden_file).st_mode & 0o7777))
        and _refused(lambda: os.execv("/nonexistent", ["x"])),
    }


def _refused(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def level_of(proof: dict[str, bool]) -> str:
    """Name the level that ``proof`` amounts to; the names are explained in ``docs/explanation/sandbox.md``."""
    if all(proof.values()):
        return "locked"
    return "filtered" if proof["seccomp"] else "process"
