"""The box refuses what it must, proved by trying; without its mechanisms nothing runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from codearena.sandbox.isolation import kernel, landlock

pytestmark = pytest.mark.skipif(
    not kernel.SUPPORTED or landlock.version() < 1, reason="Landlock is not to be had on this machine: nothing below can be shown"
)

CONFINE = """
import json, os, resource, signal, socket, sys, threading
from codearena.sandbox.isolation import confine, seccomp
scratch, outside = sys.argv[1:3]
os.chdir(scratch)
filter = seccomp.LeafFilter()
missing = confine.confine(confine.interpreter_paths(), [scratch])
pid = os.fork()
if pid:
    os.waitpid(pid, 0)
    sys.exit()
filter.install(os.getpid())
def tried(action):
    try:
        action()
    except OSError as error:
        return error.errno
    return 0
attempts = {name: tried(action) for name, action in ATTEMPTS.items()}
result = {"missing": missing, "level": confine.level_of(confine.prove(outside)), "tried": attempts}
with open("result.json", "w") as file:
    json.dump(result, file)
os._exit(0)
"""

REFUSED = {
    "read a file outside": "lambda: open(outside)",
    "write a file outside": "lambda: open(outside, 'w')",
    "list a folder outside": "lambda: os.listdir(os.path.dirname(outside))",
    "read what processes run": "lambda: open('/proc/self/environ')",
    "read the password file": "lambda: open('/etc/passwd')",
    "make a symbolic link": "lambda: os.symlink('/etc', 'link')",
    "make a hard link": "lambda: os.link(outside, 'link')",
    "make a named pipe": "lambda: os.mkfifo('pipe')",
    "make a device": "lambda: os.mknod('device', 0o20666, os.makedev(1, 1))",
    "change a mode": "lambda: os.chmod(scratch, 0)",
    "change a time": "lambda: os.utime(scratch, (0, 0))",
    "change an owner": "lambda: os.chown(scratch, 1, 1)",
    "fork": "lambda: os._exit(1) if os.fork() == 0 else None",
    "vfork": "lambda: os.posix_spawn('/bin/true', ['true'], {})",
    "execute": "lambda: os.execv('/bin/true', ['true'])",
    "execute from memory": "lambda: os.memfd_create('x')",
    "open a network socket": "lambda: socket.socket()",
    "open a local socket": "lambda: socket.socket(socket.AF_UNIX)",
    "open a netlink socket": "lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "signal the parent": "lambda: os.kill(os.getppid(), 0)",
    "signal everything": "lambda: os.kill(-1, 0)",
    "start a session": "lambda: os.setsid()",
    "change a limit of another": "lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU)",
    "change a priority": "lambda: os.setpriority(os.PRIO_PROCESS, 0, 5)",
    "change the scheduler": "lambda: os.sched_setaffinity(0, {0})",
    "lock a file": "lambda: __import__('fcntl').flock(0, 2)",
    "lock a record": "lambda: __import__('fcntl').lockf(0, 2)",
    "change the root": "lambda: os.chroot(scratch)",
    "keep living without a parent": "lambda: kernel.prctl(1, 0)",
    "become dumpable": "lambda: kernel.prctl(4, 1)",
    "make a namespace": "lambda: kernel.syscall(272, 0x10000000, what='unshare')",
    "trace": "lambda: kernel.syscall(101, 16, os.getppid(), 0, 0, what='ptrace')",
    "read another's memory": "lambda: kernel.syscall(310, os.getppid(), 0, 0, 0, 0, 0, what='process_vm_readv')",
    "leave shared memory": "lambda: kernel.syscall(29, 0, 4096, 0o1600, what='shmget')",
    "use io_uring": "lambda: kernel.syscall(425, 1, 0, what='io_uring_setup')",
    "use a keyring": "lambda: kernel.syscall(250, 0, -3, 1, what='keyctl')",
}
ALLOWED = {
    "read the standard library": "lambda: open(os.__file__)",
    "write into the scratch folder": "lambda: open('file', 'w').write('x')",
    "rename and remove there": "lambda: (os.rename('file', 'other'), os.remove('other'))",
    "make a folder there": "lambda: os.mkdir('folder')",
    "start a thread": "lambda: (lambda t: (t.start(), t.join()))(threading.Thread(target=int))",
    "signal itself": "lambda: os.kill(os.getpid(), 0)",
    "import more of the standard library": "lambda: __import__('sqlite3')",
    "use a pair of sockets": "lambda: socket.socketpair()",
}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Confine a process for real, let it try everything, and return what it reports."""
    inside, outside = tmp_path_factory.mktemp("inside"), tmp_path_factory.mktemp("outside") / "secret"
    outside.write_text("secret")
    attempts = "".join(f"{name!r}: {action},\n" for name, action in {**REFUSED, **ALLOWED}.items())
    program = CONFINE.replace("ATTEMPTS", "{" + attempts + "}").replace("import confine, seccomp", "import confine, kernel, seccomp")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", program, str(inside), str(outside)], check=True, env=environment, timeout=60)
    assert outside.read_text() == "secret"
    return json.loads((inside / "result.json").read_text())  # type: ignore[no-any-return]


def test_everything_is_in_place(tried: dict[str, object]) -> None:
    assert tried["missing"] == []
    assert tried["level"] == "locked"


@pytest.mark.parametrize("what", [name for name in REFUSED if kernel.X86_64 or "syscall" not in REFUSED[name]])
def test_the_box_refuses_to(tried: dict[str, dict[str, int]], what: str) -> None:
    assert tried["tried"][what] != 0


@pytest.mark.parametrize("what", ALLOWED)
def test_the_box_lets_a_submission(tried: dict[str, dict[str, int]], what: str) -> None:
    assert tried["tried"][what] == 0


WITHOUT = """
import errno, struct, sys
from codearena.sandbox.isolation import kernel, seccomp
refused = REFUSED
ops = [seccomp._NUMBER]
for call in refused:
    ops += seccomp._when(call, [seccomp._deny(errno.ENOSYS)])
kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
seccomp.install(b"".join([*ops, seccomp._OK]))
import codearena as ca
from codearena.core.config import load_config
level = sys.argv[1]
with ca.Arena(load_config(environ={}, workers=1, min_level=level)) as arena:
    try:
        grade = arena.grade(arena.load_task("easy/average-list").reference, "easy/average-list")
        print(grade.reward, grade.sandbox.level, *grade.sandbox.missing)
    except ca.errors.SandboxUnavailable as error:
        print("SandboxUnavailable:", error)
"""
LANDLOCK, SECCOMP = "(444, 445, 446)", "(317 if kernel.X86_64 else 277,)"


def without(mechanism: str, level: str) -> str:
    """Grade in a process from which the kernel takes a mechanism away, and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = WITHOUT.replace("REFUSED", mechanism)
    done = subprocess.run(
        [sys.executable, "-c", program, level], capture_output=True, text=True, env=environment, timeout=120, cwd=Path("/"), check=False
    )
    return done.stdout + done.stderr


def test_without_landlock_nothing_runs() -> None:
    said = without(LANDLOCK, "locked")
    assert said.startswith("SandboxUnavailable:")
    assert "Landlock" in said
    assert "doctor" in said


def test_without_landlock_a_weaker_level_runs_when_asked_for_and_is_stamped() -> None:
    said = without(LANDLOCK, "filtered")
    assert said.startswith("1.0 filtered Landlock"), said


def test_without_seccomp_nothing_runs() -> None:
    said = without(SECCOMP, "filtered")
    assert said.startswith("SandboxUnavailable:")
    assert "seccomp" in said


def test_without_both_the_weakest_level_runs_when_asked_for_and_is_stamped() -> None:
    said = without(f"({LANDLOCK[1:-1]}, {SECCOMP[1:-1]})", "process")
    assert said.startswith("1.0 process Landlock"), said
    assert "seccomp" in said


def test_what_a_submission_reads_holds_no_installed_package() -> None:
    from codearena.sandbox.isolation.confine import interpreter_paths

    assert not [path for path in interpreter_paths() if "site-packages" in path or "dist-packages" in path]
    assert textwrap.__file__ in interpreter_paths()
