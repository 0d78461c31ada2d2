"""What the kernel grants, found out by trying. ``python -m codearena.cli.probes`` tries and prints JSON; nothing stays behind.

Each attempt is made in a process of its own, because some of them cannot be taken back.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable

from codearena.sandbox.isolation import seccomp
from codearena.sandbox.isolation.kernel import PR_SET_NO_NEW_PRIVS, SUPPORTED, X86_64, prctl, syscall

_CLONE_NEWUSER = 0x10000000
_NR_UNSHARE = 272 if X86_64 else 97
_CGROUPS = "/sys/fs/cgroup"
_DONE = b"done"


def probe() -> dict[str, str]:
    """Return for each mechanism why it does not work here; empty where it does. Runs in an interpreter of its own."""
    import json
    import subprocess

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    command = [sys.executable, "-P", "-m", "codearena.cli.probes"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode != 0:
        return dict.fromkeys(_STEPS, f"could not be tried: {ran.stderr.strip().rpartition(chr(10))[2]}")
    found: dict[str, str] = json.loads(ran.stdout)
    return found


def attempt(step: Callable[[], None]) -> str:
    """Take ``step`` in a fork of this process, which must have one thread; return why it failed, or nothing."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            step()
            os.write(writing, _DONE)
        except OSError as error:
            os.write(writing, (error.strerror or str(error)).encode()[:500])
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(pid, 0)
    return "" if said == _DONE else said.decode("utf-8", "replace") or "the attempt ended without an answer"


def try_seccomp() -> None:
    """Install the filter of the boxes; raises `OSError` when that is refused, or when it refuses nothing."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    seccomp.install(seccomp.base_filter())
    try:
        socket.socket().close()
    except PermissionError:
        return
    raise OSError("the filter is in place, and forbids nothing")


def try_user_namespace() -> None:
    """Enter a user namespace and map this user into it; raises `OSError` when either is refused."""
    user = os.getuid()
    syscall(_NR_UNSHARE, _CLONE_NEWUSER, what="unshare")
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"0 {user} 1")


def try_cgroup() -> None:
    """Make a control group below our own and remove it; raises `OSError` when memory cannot be metered in it."""
    with open("/proc/self/cgroup", encoding="ascii") as file:
        own = [line.strip().removeprefix("0::/") for line in file if line.startswith("0::/")]
    if not own or not os.path.exists(os.path.join(_CGROUPS, "cgroup.controllers")):
        raise OSError("no unified hierarchy (version 2)")
    folder = os.path.join(_CGROUPS, own[0], f"codearena-probe-{os.getpid()}")
    os.mkdir(folder)
    try:
        if not os.path.exists(os.path.join(folder, "memory.max")):
            raise OSError("the memory controller is not delegated")
    finally:
        os.rmdir(folder)


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


_STEPS = {"seccomp": try_seccomp, "user_namespaces": try_user_namespace, "cgroups": try_cgroup}


def main() -> None:
    """Try everything and print what came of it."""
    import json

    unsupported = "" if SUPPORTED else "needs Linux on x86-64 or aarch64"
    print(json.dumps({name: unsupported or attempt(step) for name, step in _STEPS.items()}))


if __name__ == "__main__":
    main()
