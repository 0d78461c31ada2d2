"""System calls that the standard library does not offer."""

from __future__ import annotations

import ctypes
import os
import platform

X86_64 = platform.machine() == "x86_64"
SUPPORTED = platform.system() == "Linux" and platform.machine() in ("x86_64", "aarch64")
"""Whether the call numbers of this package are those of this machine."""

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
_NR_CAPGET, _NR_CAPSET = (125, 126) if X86_64 else (90, 91)
CAP_DAC_READ_SEARCH = 2
"""Reading what belongs to others, as root without any capability does not: a checkout may belong to a user."""

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
# PyDLL keeps the GIL and skips Python's at-fork hooks, which cost more than the fork of a small image.
_raw_fork = ctypes.PyDLL(None).fork


def syscall(number: int, *arguments: object, what: str) -> int:
    """Make a system call; raises `OSError` naming ``what`` when it fails."""
    result = int(_libc.syscall(ctypes.c_long(number), *arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def prctl(option: int, value: int = 0) -> None:
    """Call ``prctl(option, value, 0, 0, 0)``; raises `OSError` when it fails."""
    if _libc.prctl(option, value, 0, 0, 0) < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"prctl({option}): {os.strerror(code)}")


def fork() -> int:
    """Fork without Python's at-fork hooks. Only sound in a process with a single thread."""
    return int(_raw_fork())


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when ``parent``, which must be single-threaded, ends."""
    prctl(PR_SET_PDEATHSIG, 9)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(0)


def drop_capabilities(keep: int | None = None) -> None:
    """Give up every capability but ``keep`` for good, those that an exec could regain included. Harmless without any."""
    for capability in range(64):
        if capability != keep and _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    header, held = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    syscall(_NR_CAPGET, header, held, what="capget")
    kept = 0 if keep is None else held[1] & 1 << keep
    syscall(_NR_CAPSET, header, (ctypes.c_uint32 * 6)(kept, kept), what="capset")


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds that process ``pid`` has used, read from outside; raises `OSError` when it is gone."""
    import time

    return time.clock_gettime((~pid << 3) | 2)  # the kernel's numbering of other processes' CPU clocks
