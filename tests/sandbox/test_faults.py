"""Whatever process is killed, and whenever: no grade is lost, none is made up, and nothing is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.config import load_config
from codearena.core.task import Limits

REFERENCE = "import time\ndef double(x):\n    time.sleep(0.15)\n    return 2 * x\n"
TESTS = "from solution import double\n" + "".join(f"def test_{n}():\n    assert double({n}) == {2 * n}\n\n" for n in range(1, 4))


@pytest.fixture
def own(tmp_path: Path) -> Iterator[ca.Arena]:
    """An arena of one lane, in a scratch folder of its own."""
    with ca.Arena(load_config(start=Path("/"), environ={}, workers=1, scratch=str(tmp_path))) as arena:
        yield arena
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def task() -> ca.Task:
    tests = (ca.TestFile(name="test_it.py", text=TESTS),)
    return ca.Task(id="slow", prompt="", reference=REFERENCE, tests=tests, entry_points=("double",), limits=Limits(cpu_seconds=1))


def family(root: int) -> dict[int, str]:
    """Return the roles of all processes that descend from ``root``, by number."""
    parents, commands = {}, {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
                words = (folder / "cmdline").read_bytes().decode().split("\0")
            except OSError:
                continue
            if state != "Z":
                parents[int(folder.name)] = int(parent)
                commands[int(folder.name)] = (
                    words[words.index(next(w for w in words if w.endswith("boot.py"))) + 1] if "boot.py" in " ".join(words) else ""
                )
    found = {root}
    while grown := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= grown
    return {pid: commands[pid] for pid in found - {root} if commands.get(pid)}


def victims(scratch: Path, role: str, *, child: bool) -> list[int]:
    """Return the templates of a role, or the processes forked from them, of the arena that works in ``scratch``."""
    everything = family(os.getpid())
    heads = [pid for pid, its in everything.items() if its == "supervisor" and works_in(pid, scratch)]
    processes = {pid: its for head in heads for pid, its in {**family(head), head: "supervisor"}.items()}
    return [pid for pid, its in processes.items() if its == role and (processes.get(parent(pid)) == role) is child]


def works_in(pid: int, scratch: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").resolve().is_relative_to(scratch)
    except OSError:  # it has ended
        return False


def parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:  # it has ended
        return 0


ROLES = [
    ("supervisor", False),
    ("candidate", False),
    ("candidate", True),
    ("oracle", False),
    ("oracle", True),
    ("scoring", False),
    ("scoring", True),
]


@pytest.mark.parametrize(("role", "child"), ROLES, ids=[f"{role}{' child' if child else ''}" for role, child in ROLES])
def test_a_grade_survives_the_end_of_the(own: ca.Arena, task: ca.Task, tmp_path: Path, role: str, child: bool) -> None:
    own.plan(task)
    killed = []

    def strike() -> None:
        time.sleep(0.2)
        for pid in victims(tmp_path, role, child=child):
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    thread = threading.Thread(target=strike)
    thread.start()
    grade = own.grade(f"{REFERENCE}# {role} {child}", task)
    thread.join()
    assert killed
    if role == "candidate" and child:  # to us, a submission's process that ends is the submission's doing
        assert grade.reward is not None
    else:
        assert grade.reward == 1.0, grade.explain()
    assert own.grade(f"{REFERENCE}# after {role} {child}", task).reward == 1.0


PROGRAM = """
import sys
import codearena as ca
from codearena.core.config import load_config
arena = ca.Arena(load_config(environ={}, workers=2, scratch=sys.argv[1]))
task = arena.load_task("easy/average-list")
print(arena.grade(task.reference, task).reward, flush=True)
arena.grade_many(("import time\\ntime.sleep(100)  # %d" % n, task) for n in range(20))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_its_caller(tmp_path: Path, how: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    caller = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    assert caller.stdout is not None
    assert caller.stdout.readline() == b"1.0\n"
    time.sleep(0.5)
    processes = family(caller.pid)
    assert {"supervisor", "candidate", "oracle", "scoring"} <= set(processes.values())
    caller.send_signal(how)
    caller.wait(timeout=10)
    caller.stdout.close()
    deadline = time.monotonic() + 3
    while (left := [pid for pid in processes if Path(f"/proc/{pid}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not left, {pid: processes[pid] for pid in left}
    assert list(tmp_path.iterdir()) == []


def test_a_killed_supervisor_leaves_no_process(own: ca.Arena, task: ca.Task, tmp_path: Path) -> None:
    own.plan(task)
    head = victims(tmp_path, "supervisor", child=False)[0]
    processes = [head, *family(head)]
    os.kill(victims(tmp_path, "supervisor", child=False)[0], signal.SIGKILL)
    time.sleep(1)
    assert not [pid for pid in processes if pid in family(1) or pid in family(os.getpid())]
    assert own.grade(f"{REFERENCE}# again", task).reward == 1.0


def test_lanes_that_died_while_idle_cost_nothing(tmp_path: Path) -> None:
    with ca.Arena(load_config(start=Path("/"), environ={}, workers=2, scratch=str(tmp_path))) as arena:
        task, other = arena.load_task("easy/average-list"), arena.load_task("types/sum-mixed")
        for unseen in (task, other):
            arena.grade_many((f"{task.reference}# {unseen.id} {number}", task) for number in range(20))
            heads = victims(tmp_path, "supervisor", child=False)
            assert len(heads) == 2
            for head in heads:
                os.kill(head, signal.SIGKILL)
            time.sleep(0.1)
            assert arena.grade(f"{unseen.reference}# {unseen.id}", unseen).reward == 1.0


def test_many_grades_leave_no_descriptor_and_no_process(own: ca.Arena) -> None:
    task = own.load_task("easy/average-list")
    for number in range(30):
        own.grade(f"{task.reference}# {number}", task)
    before = (len(os.listdir("/proc/self/fd")), len(family(os.getpid())))
    for number in range(100):
        hostile = "import os\nos._exit(1)" if number % 5 == 0 else task.reference
        own.grade(f"{hostile}# more {number}", task)
    assert (len(os.listdir("/proc/self/fd")), len(family(os.getpid()))) == before
