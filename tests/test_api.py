"""The functions of the front page share one arena in each process, and it leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import codearena as ca
from codearena import api

ROOT = Path(ca.__file__).parents[1]
TASK = "easy/average-list"
ENDLESS = "while True: pass"


class Program:
    """A process of its own that uses the library, with a folder for everything temporary."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._started: list[subprocess.Popen[str]] = []

    def start(self, text: str, workers: int = 1) -> subprocess.Popen[str]:
        """Start ``text`` as a program."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("CODEARENA_")}
        environ = {**clean, "TMPDIR": str(self.folder), "PYTHONPATH": str(ROOT), "CODEARENA_WORKERS": str(workers)}
        script = self.folder.parent / "program.py"
        script.write_text(f"import os, sys\nimport codearena as ca\nfrom codearena import api\n\n{text}")
        program = subprocess.Popen([sys.executable, script], env=environ, cwd=self.folder.parent, text=True, stdout=-1, stderr=-1)
        self._started.append(program)
        return program

    def run(self, text: str) -> list[str]:
        """Run ``text`` to its end; return the lines that it printed."""
        program = self.start(text)
        out, err = program.communicate(timeout=120)
        assert program.returncode == 0, err
        return out.splitlines()

    def left(self) -> list[str]:
        """Return what is still there of the program's lanes: folders, and processes that work in them."""
        found = os.listdir(self.folder)
        for process in Path("/proc").glob("[0-9]*"):
            try:
                where = os.readlink(process / "cwd")
            except OSError:  # it ended, or is not ours
                continue
            if where.startswith(str(self.folder)):
                found.append(f"{process.name} in {where}")
        return found

    def is_clean(self) -> bool:
        """Whether nothing is left, a moment after the end."""
        deadline = time.monotonic() + 15
        while self.left() and time.monotonic() < deadline:
            time.sleep(0.05)
        return not self.left()

    def end(self) -> None:
        for program in self._started:
            program.kill()
            program.communicate()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """A way to run the library in a process of its own."""
    (tmp_path / "scratch").mkdir()
    made = Program(tmp_path / "scratch")
    yield made
    made.end()


# ---------------------------------------------------------------------------------------------------- in this process


def test_every_function_uses_the_one_arena_of_the_process() -> None:
    task = ca.load_task(TASK)
    grade = ca.grade(task.reference, TASK)
    assert grade.reward == 1.0
    assert api.default_arena() is api.default_arena()
    assert api.default_arena().grade(task.reference, TASK) is grade
    assert ca.grade_many([(task.reference, TASK)])[0] is grade
    assert ca.grade(task.reference, task.to_dict(), "default") is grade


def test_many_are_graded_in_order() -> None:
    task = ca.load_task(TASK)
    jobs: list[tuple[Any, Any]] = [(task.starter, task), (task.reference, TASK), ("", task.to_dict()), (task.starter.encode(), TASK)]
    assert [grade.reward for grade in ca.grade_many(jobs, workers=1)] == [0.0, 1.0, 0.0, 0.0]


def test_threads_that_come_first_together_get_the_same_arena(program: Program) -> None:
    text = """
import threading
from concurrent.futures import ThreadPoolExecutor

together = threading.Barrier(8)

def first(_):
    together.wait()
    return id(api.default_arena())

with ThreadPoolExecutor(8) as pool:
    print(len(set(pool.map(first, range(8)))))
"""
    assert program.run(text) == ["1"]


def test_mistakes_of_the_caller_are_raised() -> None:
    with pytest.raises(ca.errors.UnknownTaskError, match="did you mean 'easy/average-list'"):
        ca.load_task("easy/averag-list")
    with pytest.raises(ca.errors.ConfigError, match="did you mean 'default'"):
        ca.grade("", TASK, "defaul")
    with pytest.raises(ca.errors.InvalidSubmissionError):
        ca.grade(None, TASK)  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------- in a process of its own


def test_importing_the_library_opens_nothing(program: Program) -> None:
    assert program.run("print(api._arenas, os.listdir(os.environ['TMPDIR']))") == ["{} []"]


def test_a_program_that_ends_leaves_nothing_behind(program: Program) -> None:
    text = f"""
task = ca.load_task({TASK!r})
print([grade.reward for grade in ca.grade_many([(task.reference, task), (task.starter, task), ("", task)])])
print(len(os.listdir(os.environ["TMPDIR"])))
"""
    assert program.run(text) == ["[1.0, 0.0, 0.0]", "1"]
    assert program.left() == []


@pytest.mark.parametrize("ending", ["sys.exit()", "import threading; threading.Thread(target=print).start()"])
def test_the_way_a_program_ends_makes_no_difference(program: Program, ending: str) -> None:
    program.run(f"ca.grade('', {TASK!r})\n{ending}")
    assert program.is_clean()


def test_a_forked_process_gets_an_arena_of_its_own_and_leaves_that_of_its_parent(program: Program) -> None:
    text = f"""
task = ca.load_task({TASK!r})
print("parent", ca.grade(task.reference, task).reward, flush=True)
lanes = sorted(os.listdir(os.environ["TMPDIR"]))
arena = api.default_arena()
child = os.fork()
if child == 0:
    print("child", ca.grade(task.reference + "# child\\n", task).reward, api.default_arena() is arena, flush=True)
    print("child has", len(set(os.listdir(os.environ["TMPDIR"])) - set(lanes)) > 0, flush=True)
    sys.exit(0)
_, status = os.waitpid(child, 0)
print("child ended", status, sorted(os.listdir(os.environ["TMPDIR"])) == lanes)
print("parent", ca.grade(task.reference + "# parent\\n", task).reward, api.default_arena() is arena)
"""
    assert program.run(text) == ["parent 1.0", "child 1.0 False", "child has True", "child ended 0 True", "parent 1.0 True"]
    assert program.is_clean()


SLOW = f"""
task = ca.Task.from_dict({{**ca.load_task({TASK!r}).to_dict(), "limits": {{"cpu_seconds": 30.0}}}})
ca.grade(task.reference, task)
print("begun", flush=True)
ca.grade_many([({ENDLESS!r} + "# " + str(number), task) for number in range(3)])
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_program_that_is_stopped_while_it_grades_stops_at_once_and_leaves_nothing_behind(program: Program, sent: signal.Signals) -> None:
    running = program.start(SLOW, workers=2)
    assert running.stdout is not None
    assert running.stdout.readline() == "begun\n"
    time.sleep(0.3)
    started = time.monotonic()
    running.send_signal(sent)
    _, err = running.communicate(timeout=40)
    assert time.monotonic() - started < 15  # far below the limits of what runs
    assert running.returncode == -sent
    assert ("KeyboardInterrupt" in err) == (sent is signal.SIGINT)
    assert program.is_clean()
