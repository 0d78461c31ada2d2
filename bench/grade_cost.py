"""CPU per warm three-test grade against a pytest process on the same files, side by side in one run.

    python bench/grade_cost.py [ROUNDS]

Prints ratios; absolute times mean nothing on a shared machine. Exits 1 when a bar is missed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import codearena as ca
from codearena.core.config import load_config
from codearena.core.plan import Entry, Profile

TESTS = """
import pytest
from solution import parse


def test_numbers():
    assert parse("1,2,3") == [1, 2, 3]
    assert parse("") == []


@pytest.mark.parametrize("text, total", [("4,5", 9)])
def test_total(text, total):
    assert sum(parse(text)) == total


def test_letters_are_refused():
    with pytest.raises(ValueError):
        parse("a,b")
"""
REFERENCE = '''
def parse(text):
    """Return the whole numbers between the commas."""
    return [int(part) for part in text.split(",")] if text else []
'''
PLAN = Profile(name="bench", entries=(Entry(scorer="compiles", role="gate"), Entry(scorer="tests", role="weighted", weight=0.7)))
BAR_CPU, BAR_IMPORT, BAR_CACHE = 1 / 20, 0.060, 0.0002


def main(rounds: int) -> int:
    task = ca.Task(id="bench", prompt="", reference=REFERENCE, tests=(ca.TestFile(name="test_bench.py", text=TESTS),))
    ours, latency, hit = grade_cost(task, rounds)
    theirs = pytest_cost(5)
    bare = statistics.median(interpreter_cost("pass") for _ in range(9))
    imported = statistics.median(interpreter_cost("import codearena") for _ in range(9)) - bare
    rows = [
        (
            "CPU per grade / python -m pytest",
            ours / theirs,
            BAR_CPU,
            f"{ours * 1e3:.2f} ms against {theirs * 1e3:.0f} ms: 1/{theirs / ours:.0f}",
        ),
        ("latency / python -I -c pass", latency / bare, None, f"{latency * 1e3:.2f} ms against {bare * 1e3:.1f} ms CPU"),
        ("import codearena above bare python", imported, BAR_IMPORT, f"{imported * 1e3:.0f} ms CPU"),
        ("cache hit", hit, BAR_CACHE, f"{hit * 1e6:.0f} µs"),
    ]
    missed = 0
    for name, value, bar, words in rows:
        held = bar is None or value <= bar
        missed += not held
        print(f"{name:<38} {words:<38} {'' if bar is None else f'bar {bar:.4g}: ' + ('held' if held else 'MISSED')}")
    return 1 if missed else 0


def grade_cost(task: ca.Task, rounds: int) -> tuple[float, float, float]:
    """Return CPU seconds per grade over every process, median latency, and seconds per cache hit."""
    with ca.Arena(load_config(workers=1)) as arena:
        programs = [f"{REFERENCE}\n# {number}\n" for number in range(rounds + 20)]
        for program in programs[:20]:
            assert arena.grade(program, task, PLAN).reward == 1.0
        before, latencies = cpu_of_family(), []
        for program in programs[20:]:
            started = time.perf_counter()
            grade = arena.grade(program, task, PLAN)
            latencies.append(time.perf_counter() - started)
            assert grade.reward == 1.0
        spent = cpu_of_family() - before
        started = time.perf_counter()
        for program in programs[20:]:
            arena.grade(program, task, PLAN)
        hit = (time.perf_counter() - started) / rounds
    return spent / rounds, statistics.median(latencies), hit


def cpu_of_family() -> float:
    """Return CPU seconds of this process, all that descend from it, and all that those have reaped."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
            spent[int(entry.name)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    family = {os.getpid()}
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    return sum(spent[pid] for pid in family if pid in spent)


def pytest_cost(rounds: int) -> float:
    """Return the median CPU seconds of ``python -m pytest`` with plugin autoload off on the same files."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "solution.py").write_text(REFERENCE)
        Path(folder, "test_bench.py").write_text(TESTS)
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_bench.py"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)  # fills the bytecode caches
        return statistics.median(child_cost(command, folder, environment) for _ in range(rounds))


def interpreter_cost(code: str) -> float:
    return child_cost([sys.executable, "-c", code], ".", dict(os.environ))


def child_cost(command: list[str], folder: str, environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
