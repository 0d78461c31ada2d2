"""CPU of a full default grade of a 50-line submission, scorer by scorer, against a pytest process on the same files.

    python bench/full_grade.py [ROUNDS]

And of a task with three properties of a hundred examples each, against the same in a pytest process. Every figure is a
ratio within one run; absolute times mean nothing on a shared machine. Exits 1 when a bar is missed.
"""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from grade_cost import child_cost, cpu_of_family

import codearena as ca
from codearena.core.config import load_config
from codearena.core.plan import Profile
from codearena.core.profiles import DEFAULT

REFERENCE = '''
"""Intervals of whole numbers: merging them, what they cover, and what lies between."""

from collections.abc import Iterable

Interval = tuple[int, int]


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals in order, those that touch or overlap as one."""
    result: list[Interval] = []
    for start, end in sorted(intervals):
        if start > end:
            raise ValueError(f"an interval ends before it starts: {start} > {end}")
        if result and start <= result[-1][1] + 1:
            first, last = result[-1]
            result[-1] = (first, max(last, end))
        else:
            result.append((start, end))
    return result


def covered(intervals: Iterable[Interval]) -> int:
    """Return how many whole numbers lie in at least one interval."""
    return sum(end - start + 1 for start, end in merged(intervals))


def gaps(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals between the merged ones."""
    parts = merged(intervals)
    between = []
    for (_, end), (start, _) in zip(parts, parts[1:]):
        between.append((end + 1, start - 1))
    return between


def find(intervals: Iterable[Interval], value: int) -> Interval | None:
    """Return the merged interval that holds the value, or None."""
    parts = merged(intervals)
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high) // 2
        if parts[middle][1] < value:
            low = middle + 1
        else:
            high = middle
    if low < len(parts) and parts[low][0] <= value:
        return parts[low]
    return None
'''
TESTS = """
import pytest
from solution import covered, find, gaps, merged


def test_merged():
    assert merged([(5, 6), (1, 2), (3, 3)]) == [(1, 3), (5, 6)]
    assert merged([]) == []
    with pytest.raises(ValueError):
        merged([(2, 1)])


def test_covered_and_gaps():
    assert covered([(1, 3), (2, 5)]) == 5
    assert gaps([(1, 2), (5, 6), (9, 9)]) == [(3, 4), (7, 8)]


@pytest.mark.parametrize(("value", "interval"), [(4, (4, 6)), (7, None), (1, (1, 2)), (0, None)])
def test_find(value, interval):
    assert find([(4, 6), (1, 2)], value) == interval
"""
PROPERTIES = """
import reference
import solution
from hypothesis import given, settings, strategies as st

INTERVALS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=8)


@settings(database=None, deadline=None, derandomize=True)
@given(INTERVALS)
def test_same_as_the_reference(intervals):
    assert solution.merged(intervals) == reference.merged(intervals)


@settings(database=None, deadline=None, derandomize=True)
@given(INTERVALS)
def test_merging_twice_is_merging_once(intervals):
    once = solution.merged(intervals)
    assert solution.merged(once) == once


@settings(database=None, deadline=None, derandomize=True)
@given(INTERVALS)
def test_every_number_is_covered_once(intervals):
    assert solution.covered(intervals) == len({n for start, end in intervals for n in range(start, end + 1)})
"""
WORKLOAD = """
ENTRY = "covered"


def inputs(n, rng, shape):
    starts = [rng.randrange(10**6, 10**7) for _ in range(n)]
    return ([(start, start + rng.randrange(1000)) for start in starts],)
"""
BATCHES = 4
BAR_GRADE, BAR_PROPERTIES = 1 / 4, 1 / 8


def main(rounds: int) -> int:
    tests = (ca.TestFile(name="test_bench.py", text=TESTS),)
    plain = ca.Task(id="bench/intervals", prompt="", reference=REFERENCE.lstrip(), tests=tests, workload=WORKLOAD)
    proved = dataclasses.replace(plain, properties=PROPERTIES)
    lines = len(plain.reference.splitlines())
    with ca.Arena(load_config(workers=1)) as arena:
        full = grade_cost(arena, plain, DEFAULT, rounds)
        parts = {
            name: full - grade_cost(arena, plain, without(name), rounds) for name in ("efficiency", "complexity", "security", "quality")
        }
        drawn = grade_cost(arena, proved, only("compiles", "tests", "integrity", "properties"), rounds)
    theirs = pytest_cost({"test_bench.py": TESTS}, plain.reference)
    theirs_drawn = pytest_cost({"test_bench.py": TESTS, "test_properties.py": PROPERTIES}, plain.reference)

    print(f"a submission of {lines} lines, every scorer of the default profile: {full * 1e3:.1f} ms CPU")
    rest = full - sum(parts.values())
    for name, cost in {"compiles, tests, integrity": rest, **parts}.items():
        print(f"  {name:<28} {cost * 1e3:5.1f} ms   {cost / full:4.0%}")
    missed = 0
    for what, value, bar, words in (
        ("full grade / pytest process", full / theirs, BAR_GRADE, f"1/{theirs / full:.1f}"),
        ("3 x 100 examples / pytest process", drawn / theirs_drawn, BAR_PROPERTIES, f"1/{theirs_drawn / drawn:.1f}"),
    ):
        missed += value > bar
        print(f"{what:<36} {words:>8}   bar {bar:.4g}: {'held' if value <= bar else 'MISSED'}")
    return 1 if missed else 0


def only(*names: str) -> Profile:
    return Profile(name=f"only {names}", entries=tuple(entry for entry in DEFAULT.entries if entry.scorer in names))


def without(name: str) -> Profile:
    return Profile(name=f"without {name}", entries=tuple(entry for entry in DEFAULT.entries if entry.scorer != name))


def grade_cost(arena: ca.Arena, task: ca.Task, profile: Profile, rounds: int) -> float:
    """Return CPU seconds per grade over every process: the least of several batches, since neighbours only ever add."""
    programs = iter([f"{task.reference}\n# {number}\n" for number in range(10 + BATCHES * rounds)])
    for program in islice(programs, 10):
        assert arena.grade(program, task, profile).solved
    costs = []
    for _ in range(BATCHES):
        before = cpu_of_family()
        for program in islice(programs, rounds):
            assert arena.grade(program, task, profile).solved
        costs.append((cpu_of_family() - before) / rounds)
    return min(costs)


def pytest_cost(files: dict[str, str], solution: str) -> float:
    """Return the least CPU seconds of ``python -m pytest`` with plugin autoload off on these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**files, "solution.py": solution, "reference.py": solution}.items():
            Path(folder, name).write_text(text)
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        command: Sequence[str] = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)  # fills the bytecode caches
        return min(child_cost(list(command), folder, environment) for _ in range(BATCHES + 2))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
