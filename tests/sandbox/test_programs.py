"""Programs that read standard input and write standard output: a process for each case, and a look at what it printed."""

# ruff: noqa: E501 (programs in tables)

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.config import load_config
from codearena.core.errors import InvalidTaskError
from codearena.core.programs import TEXT, Comparison, ProgramCase
from codearena.core.task import Limits
from codearena.sandbox.output import ROOM, difference, most_bytes

REFERENCE = "n = int(input())\nprint(sum(int(word) for word in input().split()))\n"
CASES = (
    ProgramCase(name="two", stdin="2\n3 4\n", stdout="7\n", visible=True),
    ProgramCase(name="one", stdin="1\n-9\n", stdout="-9\n"),
    ProgramCase(name="none", stdin="0\n\n", stdout="0\n"),
    ProgramCase(name="many", stdin="3\n5 6 70\n", stdout="81\n"),
)
TASK = ca.Task(id="program", prompt="", reference=REFERENCE, cases=CASES, limits=Limits(cpu_seconds=1.0))

RIGHT = {
    "all at once": "import sys\nwords = sys.stdin.read().split()\nsys.stdout.write(str(sum(map(int, words[1:]))))\n",
    "bytes": "import sys\nprint(sum(map(int, sys.stdin.buffer.read().split()[1:])))\n",
    "descriptors": "import os\nos.write(1, str(sum(map(int, os.read(0, 999).split()[1:]))).encode())\nos._exit(0)\n",
    "open(0)": "n, *words = open(0).read().split()\nprint(sum(map(int, words)))\n",
    "lines of the stream": "import sys\nfirst, second = sys.stdin\nprint(sum(map(int, second.split())))\n",
    "main": "def main():\n    input()\n    print(sum(map(int, input().split())))\n\n\nif __name__ == '__main__':\n    main()\n",
    "a thread": "import threading\ndef main():\n    input()\n    print(sum(map(int, input().split())))\nthreading.Thread(target=main).start()\n",
    "a deep stack": "import sys, threading\nsys.setrecursionlimit(10**6)\nthreading.stack_size(1 << 26)\n"
    "def add(w): return int(w[0]) + add(w[1:]) if w else 0\ndef main(): input(); print(add(input().split()))\nt = threading.Thread(target=main)\nt.start(); t.join()\n",
    "at exit": "import atexit\ninput()\natexit.register(print, sum(map(int, input().split())))\n",
    "sys.exit": "import sys\ninput()\nprint(sum(map(int, input().split())))\nsys.exit()\n",
    "talks to standard error": "import sys\ninput()\nprint('hm', file=sys.stderr)\nprint(sum(map(int, input().split())))\n",
    "keeps state": "import builtins\nseen = getattr(builtins, 'seen', [])\nassert not seen\nbuiltins.seen = [1]\n" + REFERENCE,
    "writes files": "import os\nassert not os.path.exists('x')\nopen('x', 'w').write('1')\n" + REFERENCE,
    "redirects": "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as text:\n    input(); print(sum(map(int, input().split())))\nprint(text.getvalue(), end='')\n",
}


@pytest.mark.parametrize("code", RIGHT.values(), ids=RIGHT.keys())
def test_a_program_may_be_written_in_any_way(arena: ca.Arena, code: str) -> None:
    grade = arena.grade(code, TASK)
    assert grade.solved, grade.explain()
    assert grade.flags == ()


WRONG = {
    "prints something else": ("input()\nprint(8)\n", "line 1 is '8', expected '7'", ()),
    "prints nothing": ("", "printed 0 lines, expected 1", ()),
    "prints too much": ("print('7\\n' * 99)\n", "printed 99 lines, expected 1", ()),
    "prints far too much": ("print('7' * 9999)\n", "printed 10000 bytes, where 2 are expected", ()),
    "prints without end": ("print('7' * 10**7)\n", "printed more than 1000000 bytes", ("output-limit",)),
    "complains without end": ("import sys\nsys.stderr.write('7' * 10**7)\n", "printed more than 1000000 bytes", ("output-limit",)),
    "raises": ("input()\nint('x')\n", "ended with status 1: ValueError: invalid literal", ()),
    "status": (REFERENCE + "raise SystemExit(3)\n", "ended with status 3", ()),
    "says why": ("raise SystemExit('no')\n", "ended with status 1: no", ()),
    "loops": ("while True: pass\n", "used more than 1 s of CPU time", ("timeout",)),
    "sleeps": ("import time\ntime.sleep(99)\n", "slept or waited for more than 3 s", ("timeout",)),
    "crashes": ("import ctypes\nctypes.string_at(0)\n", "its process was ended by SIGSEGV", ("crash",)),
    "kills itself": ("import os\nos.kill(os.getpid(), 9)\n", "its process was killed", ("crash",)),
    "eats memory": ("x = [0] * 10**9\n", "ended with status 1: MemoryError", ()),
    "reads too far": ("input(); input(); input()\n", "ended with status 1: EOFError", ()),
    "closes its output": ("import os\nos.close(1)\n", "printed 0 lines", ()),
    "rewinds": ("import os\nprint(7, flush=True)\nos.lseek(1, 0, 0)\nos.ftruncate(1, 0)\n", "printed 0 lines", ()),
}


@pytest.mark.parametrize(("code", "told", "flags"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_earns_nothing_and_is_told(arena: ca.Arena, code: str, told: str, flags: tuple[str, ...]) -> None:
    grade = arena.grade(code, TASK)
    assert (grade.reward, grade.solved) == (0.0, False), grade.explain()
    assert grade.flags == flags
    messages = [finding.message for finding in grade.components["tests"].findings]
    assert any(told in message for message in messages), messages
    assert arena.grade(f"{REFERENCE}# after {told!r}\n", TASK).solved


def test_the_line_of_an_error_is_named(arena: ca.Arena) -> None:
    part = arena.grade("def f():\n    return 1 / 0\n\n\nf()\n", TASK).components["tests"]
    assert [finding.line for finding in part.findings] == [2] * 4
    assert "ZeroDivisionError" in part.findings[0].detail


def test_cases_that_hold_pay_and_those_that_a_constant_meets_do_not(arena: ca.Arena) -> None:
    assert arena.plan(TASK).idle == 0.25
    assert arena.grade("print(7)\n", TASK).reward == 0.0
    half = arena.grade("n = int(input())\nprint(sum(map(int, input().split())) if n < 2 else 0)\n", TASK)
    assert half.components["tests"].value == 0.5
    assert 0 < (half.reward or 0) < 0.35


def test_hidden_cases_stay_hidden(arena: ca.Arena) -> None:
    part = arena.grade("print(1)\n", TASK).components["tests"]
    assert [finding.hidden for finding in part.findings] == [False, True, True, True]
    assert [case.name for case in TASK.view().cases] == ["two"]


def test_several_files_make_a_program(arena: ca.Arena) -> None:
    files = {
        "solution.py": "from adding import add\ninput()\nprint(add(input()))\n",
        "adding.py": "def add(t): return sum(map(int, t.split()))\n",
    }
    assert arena.grade(files, TASK).solved


@pytest.mark.parametrize("code", list(RIGHT.values()) + [code for code, _, flags in WRONG.values() if not flags])
def test_it_does_what_it_does_under_the_interpreter(code: str, arena: ca.Arena, tmp_path: Path) -> None:
    """Statuses and outputs are those of a plain process."""
    (tmp_path / "solution.py").write_text(code)
    plain = []
    for number, case in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        command = [sys.executable, "-I", str(tmp_path / "solution.py")]
        ran = subprocess.run(command, input=case.stdin.encode(), capture_output=True, cwd=folder, check=False, timeout=30)
        plain.append(ran.returncode == 0 and not difference(ran.stdout, case.stdout, TEXT))
    if "10**9" in code:
        plain = [False] * 4  # only there for want of memory
    part = arena.grade(code, TASK).components["tests"]
    assert part.value == sum(plain) / 4


def test_the_limit_is_for_all_cases_together(arena: ca.Arena) -> None:
    busy = "import time\nend = time.process_time() + 0.4\nwhile time.process_time() < end: pass\n" + REFERENCE
    grade = arena.grade(busy, TASK)
    assert grade.flags == ("timeout",)
    assert grade.components["tests"].value == 0.5


def test_a_reference_that_prints_otherwise_each_time_makes_an_invalid_task(arena: ca.Arena) -> None:
    for reference, told in (("print(8)\n", "fails 4 of 4 tests"), ("import os\nprint(os.urandom(4))\n", "fails 4 of 4 tests")):
        with pytest.raises(InvalidTaskError, match=told):
            arena.grade(REFERENCE, dataclasses.replace(TASK, reference=reference))


def open_files(of: int) -> dict[int, int]:
    """Return how many files each process below ``of`` has open."""
    pids = [int(pid) for task in os.listdir(f"/proc/{of}/task") for pid in Path(f"/proc/{of}/task/{task}/children").read_text().split()]
    found = {pid: len(os.listdir(f"/proc/{pid}/fd")) for pid in pids}
    return found | {pid: number for each in pids for pid, number in open_files(each).items()}


def test_nothing_stays_open(tmp_path: Path) -> None:
    with ca.Arena(load_config(start=tmp_path, environ={}, workers=1)) as arena:
        arena.grade("print(7)\n", TASK)
        before = open_files(os.getpid())
        for number in range(20):
            arena.grade(f"print(7)  # {number}\n", TASK)
        assert open_files(os.getpid()) == before


@pytest.mark.parametrize(
    ("found", "expected", "settings", "same"),
    [
        (b"1 \r\n2\n\n", "1\n2", {}, True),
        (b" 1\n2", "1\n2", {}, False),
        (b"1  2", "1 2", {}, False),
        (b"1  2\n\n 3", "1 2 3", {"whitespace": "words"}, True),
        (b"1 2\n", "1 2", {"whitespace": "exact"}, False),
        (b"1 2\n", "1 2\n", {"whitespace": "exact"}, True),
        (b"0.30000000000000004", "0.3", {"floats": 1e-9}, True),
        (b"0.3001", "0.3", {"floats": 1e-9}, False),
        (b"nan", "1", {"floats": 1.0}, False),
        (b"inf", "1e308", {"floats": 1.0}, False),
        (b"nan", "nan", {"floats": 0.1}, True),
        (b"x", "1", {"floats": 1.0}, False),
        (b"b\na\n", "a\nb\n", {"order": False}, True),
        (b"b\nb\n", "a\nb\n", {"order": False}, False),
        (b"2 1\n1  2\n", "1 2\n2 1\n", {"order": False, "whitespace": "words"}, True),
        (b"\xff", "\ufffd", {"whitespace": "exact"}, False),
        ("größer\n".encode(), "größer", {}, True),
        (b"", "", {}, True),
    ],
)
def test_what_counts_as_the_same(found: bytes, expected: str, settings: dict[str, object], same: bool) -> None:
    comparison = Comparison(**settings)  # type: ignore[arg-type]
    assert (difference(found, expected, comparison) == "") is same


def test_what_is_far_too_long_is_not_read() -> None:
    assert most_bytes("é\n", Comparison(whitespace="exact")) == 3
    assert most_bytes("12", Comparison()) == 8 + ROOM
