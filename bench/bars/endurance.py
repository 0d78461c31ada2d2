"""Many grades, one in twenty of them hostile, through the same lanes: nothing may be left over, and no memory may grow.

    python bench/bars/endurance.py [GRADES]

Prints resident memory of every process of the grader after a first tenth and at the end, open files, and what is left on
the machine afterwards. Exits 1 when anything is.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

import codearena as ca
from codearena.core.config import load_config
from codearena.exploits import corpus

SLOW = ("timeout", "bomb")
"""Families whose files use up their limits: a few of them would take most of the time."""
GROWTH = 1.10
"""Memory at the end against that after a first tenth, when everything has been loaded."""
PLACES = ("/tmp", "/dev/shm")


def main(grades: int) -> int:
    draw = random.Random(7)
    hostile = [each for each in corpus() if not each.honest and each.family not in SLOW]
    before = leftovers()
    with ca.Arena(load_config()) as arena:
        tasks = {each.target: arena.load_task(each.target) for each in hostile}
        honest = list(tasks.values())
        first: dict[str, int] = {}
        done, paid, started = 0, 0, time.monotonic()
        while done < grades:
            jobs = []
            for number in range(done, min(done + 200, grades)):
                if number % 20 == 19:
                    exploit = draw.choice(hostile)
                    jobs.append((exploit.path.read_bytes() + f"\n# {number}\n".encode(), tasks[exploit.target], exploit.bound))
                else:
                    task = honest[number % len(honest)]
                    jobs.append((f"{task.reference}\n# {number}\n".encode(), task, 1.0))
            made = arena.grade_many([(code, task) for code, task, _ in jobs])
            for grade, (code, _, bound) in zip(made, jobs, strict=True):
                if grade.reward is None or grade.reward > bound + 0.02 or (bound == 1.0 and not grade.solved):
                    paid += 1
                    print(f"earned {grade.reward}, may earn {bound}: {code[:300]!s}")
            done += len(jobs)
            if not first and done >= grades / 10:
                first = memory()
        seconds, last = time.monotonic() - started, memory()
    time.sleep(1)
    after = leftovers()
    print(f"{done} grades, {done // 20} of them hostile, in {seconds:.0f} s: {1e3 * seconds / done:.1f} ms each")
    missed = paid
    print(f"grades that earned what they may not, or not what they must: {paid}")
    for role, size in last.items():
        grown = size / first.get(role, size)
        missed += grown > GROWTH and role != "caller"  # which keeps grades, a bounded number of them
        print(f"  {role:<12} {size / 1024:7.1f} MiB   {grown:5.2f} times what it was")
    for what, found in after.items():
        left = found - before[what]
        missed += len(left)
        print(f"{what:<40} {len(left)} {' '.join(sorted(left)[:5])}")
    return 1 if missed else 0


def memory() -> dict[str, int]:
    """Return KiB of resident memory of the grader's processes by role, children of templates left out."""
    sizes: dict[str, int] = {}
    for pid in below(os.getpid()):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            continue
        role = next((command[at + 1].decode() for at, word in enumerate(command[:-1]) if word.endswith(b"boot.py")), "")
        if role in ("supervisor", "candidate"):
            sizes[role] = sizes.get(role, 0) + int(status.partition("VmRSS:")[2].split()[0])
    sizes["caller"] = int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0])
    return sizes


def below(pid: int) -> list[int]:
    """Return the processes that descend from one."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    family = {pid}
    while grown := {each for each, parent in parents.items() if parent in family} - family:
        family |= grown
    return sorted(family - {pid})


def leftovers() -> dict[str, set[str]]:
    """Return what a grader could leave behind on a machine."""
    found: dict[str, set[str]] = {"files": set(), "processes": set(), "System V memory": set()}
    for place in PLACES:
        found["files"] |= {f"{place}/{name}" for name in (each.name for each in Path(place).iterdir()) if name.startswith("codearena")}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"boot.py" in command:
                found["processes"].add(entry.name)
    found["System V memory"] = set(Path("/proc/sysvipc/shm").read_text().splitlines())
    return found


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
