"""What a submission does is data; where it goes too far it is ended, and the next grade knows nothing of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

import codearena as ca
from codearena.core.task import Limits

REFERENCE = """
def double(x):
    return 2 * x

def greet(name):
    return f"hello {name}"
"""
TESTS = """
import pytest
import solution
from solution import double

@pytest.mark.visible
def test_one():
    assert double(1) == 2

def test_two():
    assert double(4) == 8

def test_three():
    assert solution.greet("you") == "hello you"
"""


def make(tests: str = TESTS, reference: str = REFERENCE, name: str = "test_it.py", **limits: float) -> ca.Task:
    allowed = Limits(**{"cpu_seconds": 0.5, "memory_mb": 256, **limits})  # type: ignore[arg-type]
    return ca.Task(id="made", prompt="", reference=reference, tests=(ca.TestFile(name=name, text=tests),), limits=allowed)


def passed(grade: ca.Grade) -> float:
    return grade.components["tests"].measures["passed"]


LIMITS: dict[str, tuple[str, str, str]] = {
    "loops while it is imported": ("while True: pass", "timeout", "0.5 s of CPU time"),
    "loops in a call": ("def double(x):\n    while True: pass", "timeout", "0.5 s of CPU time"),
    "computes in C without returning": ("def double(x):\n    return 3 ** (10 ** 9)", "timeout", "0.5 s of CPU time"),
    "sleeps": ("import time\ntime.sleep(1000)", "timeout", "slept or waited"),
    "waits for a lock for ever": ("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()", "timeout", "slept or waited"),
    "burns time in threads": (
        "import threading\ndef f():\n    while True: pass\nfor _ in range(4): threading.Thread(target=f).start()\nf()",
        "timeout",
        "0.5 s of CPU time",
    ),
    "prints without end": ("while True: print('x' * 1000)", "output-limit", "printed more than"),
    "fills the disk": ("n = 0\nwhile True:\n    n += 1\n    open(f'f{n}', 'wb').write(b'x' * 2**20)", "disk-limit", "wrote more than"),
    "makes files without end": ("n = 0\nwhile True:\n    n += 1\n    open(f'f{n}', 'w').close()", "disk-limit", "wrote more than"),
    "exits": ("import os\nos._exit(0)", "exit", "ended its own process with status 0"),
    "overflows the stack of C": ("import ctypes\nctypes.string_at(0)", "crash", "SIGSEGV"),
    "aborts": ("import os\nos.abort()", "crash", "SIGABRT"),
}


@pytest.mark.parametrize("what", LIMITS)
def test_a_submission_is_ended_when_it(arena: ca.Arena, what: str) -> None:
    code, flag, reason = LIMITS[what]
    task = make()
    arena.plan(task)
    started = time.monotonic()
    grade = arena.grade(code, task)
    assert grade.reward == 0.0
    assert flag in grade.flags
    assert reason in grade.components["tests"].reason
    assert time.monotonic() - started < 20
    assert arena.grade(f"{REFERENCE}# after {what}", task).reward == 1.0


def test_memory_beyond_the_limit_is_an_ordinary_memory_error(arena: ca.Arena) -> None:
    grade = arena.grade("def double(x):\n    return bytearray(2**30)", make())
    assert grade.reward == 0.0
    assert "MemoryError" in grade.components["tests"].findings[0].message


def test_a_fork_bomb_does_not_start_a_process(arena: ca.Arena) -> None:
    grade = arena.grade("import os\nwhile True: os.fork()", make())
    assert grade.reward == 0.0
    assert "PermissionError" in grade.components["tests"].reason
    assert grade.resources.processes == 1


def test_a_timeout_ends_the_suite(arena: ca.Arena) -> None:
    code = REFERENCE.replace("return 2 * x", "return 2 * x if x == 1 else max(iter(int, 1))")
    grade = arena.grade(code, make())
    assert passed(grade) == 1
    assert grade.flags == ("timeout",)


def test_after_a_crash_the_other_tests_still_run_in_a_new_process(arena: ca.Arena) -> None:
    code = REFERENCE.replace("return 2 * x", "return 2 * x if x == 1 else __import__('os')._exit(7)")
    grade = arena.grade(code, make())
    assert passed(grade) == 2
    assert grade.flags == ("exit",)
    assert grade.resources.processes == 2
    assert "status 7" in grade.components["tests"].findings[0].message


def test_cpu_time_adds_up_over_new_processes(arena: ca.Arena) -> None:
    burn = (
        "import os, time\ndef double(x):\n    end = time.process_time() + 0.3\n    while time.process_time() < end: pass\n    os._exit(1)\n"
    )
    tests = "from solution import double\n" + "".join(f"def test_{n}():\n    assert double({n}) == {2 * n}\n\n" for n in range(20))
    started = time.monotonic()
    grade = arena.grade(burn, make(tests))
    assert "timeout" in grade.flags
    assert grade.resources.cpu_seconds < 1.2
    assert time.monotonic() - started < 10


def test_resources_are_reported(arena: ca.Arena) -> None:
    code = f"{REFERENCE}\nblock = bytearray(60 << 20)\nblock[::4096] = b'x' * len(block[::4096])\nopen('f', 'wb').write(bytes(5 << 20))\n"
    used = arena.grade(code, make()).resources
    assert used.cpu_seconds > 0
    assert used.wall_seconds > 0
    assert used.peak_memory_bytes > 60 << 20
    assert used.disk_written_bytes >= 0
    assert used.processes == 1


LEFTOVERS = {
    "a file": ("open('left', 'w').write('x')", "import os\nassert os.listdir() == []"),
    "a changed module": ("import math\nmath.pi = 3", "import math\nassert math.pi > 3.1"),
    "an environment variable": ("import os\nos.environ['LEFT'] = '1'", "import os\nassert 'LEFT' not in os.environ"),
    "the state of random": ("import random\nrandom.seed(99)", "import random\nassert random.random() == 0.8444218515250481"),
    "a folder it may not enter": ("import os\nos.mkdir('d', 0)", "import os\nassert os.listdir() == []"),
    "a patched builtin": ("import builtins\nbuiltins.len = lambda x: 0", "assert len('abc') == 3"),
}


@pytest.mark.parametrize("what", LEFTOVERS)
def test_the_next_grade_does_not_see(arena: ca.Arena, what: str) -> None:
    leave, look = LEFTOVERS[what]
    task = make()
    for round_ in range(3):  # both lanes
        arena.grade(f"{leave}\n# {what} {round_}", task)
        assert arena.grade(f"{look}\n{REFERENCE}\n# {what} {round_}", task).solved


STATEFUL = {
    "a module-level object": "class Box:\n    pass\nbox = Box()\n",
    "a cache": "import functools\n@functools.cache\ndef cached():\n    return double(3)\ndef test_cached():\n    assert cached() == 6\n",
    "a global": "seen = 0\ndef test_count():\n    global seen\n    seen += 1\n    assert double(seen) == 2\n",
    "a module fixture": "@pytest.fixture(scope='module')\ndef six():\n    return double(3)\ndef test_six(six):\n    assert six == 6\n",
    "an attribute of a function": "def helper():\n    pass\ndef test_it():\n    helper.value = double(3)\n    assert helper.value == 6\n",
    "a default argument": "def test_six(values=[3]):\n    assert double(values[0]) == 6\n",
    "an attribute of a class": "class TestIt:\n    values = [3]\n    def test_six(self):\n        assert double(self.values[0]) == 6\n",
}


@pytest.mark.parametrize("what", STATEFUL)
def test_tests_that_keep_state_get_a_process_for_each_submission(arena: ca.Arena, what: str) -> None:
    task = make(f"{TESTS}\n{STATEFUL[what]}")
    assert arena.registration(task).mode == "forked"
    assert arena.grade(f"{REFERENCE}# a", task).reward == 1.0
    wrong = arena.grade(REFERENCE.replace("2 * x", "x"), task)
    assert not wrong.solved
    assert arena.grade(f"{REFERENCE}# b", task).reward == 1.0


def test_ordinary_tests_share_one_process(arena: ca.Arena) -> None:
    assert arena.registration(make()).mode == "hot"


PATCHING = """
import time
import solution
from solution import double

def test_patched(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 7)
    monkeypatch.setattr(solution, "greet", lambda name: "hi")
    assert time.time() == 7
    assert double(2) == 4

def test_unpatched():
    assert time.time() > 7
    assert double(3) == 6
"""


TEARING_DOWN = """
import time
import pytest
from solution import double

@pytest.fixture
def patched(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 7)

@pytest.fixture
def checked(patched):
    yield 2
    assert double(1) == 2

def test_patched(checked):
    assert time.time() == 7
    try:
        assert double(checked) == 4
    except Exception:
        pass

def test_unpatched():
    assert time.time() > 7
    assert double(3) == 6
"""


@pytest.mark.parametrize("tests", [PATCHING, TEARING_DOWN], ids=["in the test", "in a fixture"])
def test_a_crash_does_not_keep_a_test_from_undoing_its_patches(arena: ca.Arena, tests: str) -> None:
    task = make(tests)
    assert arena.registration(task).mode == "hot"
    for round_ in range(3):
        crash = REFERENCE.replace("return 2 * x", "__import__('os')._exit(1)")
        assert arena.grade(f"{crash}# {round_}", task).reward == 0.0
        assert arena.grade(f"{REFERENCE}# {round_}", task).reward == 1.0


MIXED = """
import pytest
from solution import double

@pytest.fixture
def three():
    return 3

def test_with_a_fixture(three):
    assert double(three) == 6

def test_without():
    assert double(2) == 4
"""


@pytest.mark.parametrize("name", ["helper", "helper.pyc", "helper.txt", "a/helper.py", "/usr/lib/helper.py"])
def test_only_files_that_analysers_look_at_can_be_imported(arena: ca.Arena, name: str) -> None:
    tests = (ca.TestFile(name="test_it.py", text="from solution import f\ndef test_f():\n    assert f(2) == 4\n"),)
    task = ca.Task(id="files", prompt="", reference="def f(x):\n    return 2 * x\n", tests=tests)
    module = name.removesuffix(".py")
    files = {"solution.py": f"f = __import__('importlib').import_module({module!r}).f\n", name: task.reference}
    assert arena.grade(files, task, "multilevel").components["tests"].value == 0.0
    assert arena.grade({"solution.py": "from helper import f\n", "helper.py": task.reference}, task, "multilevel").solved


def test_files_may_mix_tests_with_and_without_fixtures(arena: ca.Arena) -> None:
    tests = tuple(ca.TestFile(name=f"test_{name}.py", text=MIXED) for name in "abc")
    task = ca.Task(id="mixed", prompt="", reference=REFERENCE, tests=tests)
    assert arena.grade(REFERENCE, task).reward == 1.0
    crash = REFERENCE.replace("return 2 * x", "return 2 * x if x == 2 else __import__('os')._exit(1)")
    assert passed(arena.grade(crash, task)) == 3
    assert arena.grade(f"{REFERENCE}# after", task).reward == 1.0


MUTABLE = """
from solution import sort
import pytest

NUMBERS = [3, 1, 2]

def test_global():
    assert sort(NUMBERS) == [1, 2, 3]

@pytest.mark.parametrize("numbers", [[3, 1, 2]])
def test_parameter(numbers):
    assert sort(numbers) == [1, 2, 3]
"""


def test_a_list_of_the_tests_that_a_submission_alters_is_new_for_the_next_one(arena: ca.Arena) -> None:
    task = make(MUTABLE, "def sort(xs):\n    return sorted(xs)\n")
    assert arena.registration(task).mode == "hot"
    for round_ in range(3):
        ruin = f"def sort(xs):\n    xs[:] = [9]\n    return xs\n# {round_}"
        assert arena.grade(ruin, task).reward == 0.0
        assert arena.grade(f"def sort(xs):\n    return sorted(xs)\n# {round_}", task).reward == 1.0


FRESH = """
import solution

BIG = solution.double(50)

class TestIt:
    def test_big(self):
        assert BIG == 100
"""


def test_tests_that_need_the_submission_to_be_collected_are_collected_for_each(arena: ca.Arena) -> None:
    task = make(FRESH)
    assert arena.registration(task).mode == "fresh"
    assert arena.grade(f"{REFERENCE}# a", task).reward == 1.0
    assert arena.grade(REFERENCE.replace("2 * x", "x"), task).reward == 0.0
    assert arena.grade("", task).reward == 0.0


def test_a_missing_name_fails_every_test_of_its_file(arena: ca.Arena) -> None:
    grade = arena.grade("def greet(name):\n    return f'hello {name}'\n", make())
    assert passed(grade) == 0
    assert "cannot import name 'double'" in grade.components["tests"].findings[0].message


def test_a_marked_test_is_visible(arena: ca.Arena) -> None:
    assert arena.registration(make()).visible == ("test_it.py::test_one",)
    assert len(arena.registration(make(name="test_visible.py")).visible) == 3


BROKEN: dict[str, tuple[Callable[[], ca.Task], str]] = {
    "its reference fails a test": (lambda: make(reference=REFERENCE.replace("2", "3")), "its reference fails 2 of 3 tests"),
    "its reference does not compile": (lambda: make(reference="def"), "its reference does not run: SyntaxError"),
    "its reference loops": (lambda: make(reference="while True: pass"), "its reference does not run: used more than 0.5 s"),
    "it has no tests": (lambda: make("x = 1\n"), "hold no test"),
    "its tests do not compile": (lambda: make("def test_x(:\n"), "SyntaxError"),
    "its tests raise while they are imported": (lambda: make("1 / 0\n"), "ZeroDivisionError"),
    "its tests end the process": (lambda: make("import os\nos._exit(0)\n"), "end the process"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_task_is_refused_when(arena: ca.Arena, what: str) -> None:
    task, message = BROKEN[what]
    with pytest.raises(ca.errors.InvalidTaskError, match=message):
        arena.plan(task())
    assert arena.grade(f"{REFERENCE}# {what}", make()).reward == 1.0
