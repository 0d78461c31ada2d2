"""What holds for every command: cheap help, one paragraph for what goes wrong, and a clean end."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import codearena
from codearena.tasks.bundled import SUITE

REFERENCE = SUITE / "easy" / "average-list" / "reference.py"
HELP_SECONDS = 0.15


def test_the_version_is_that_of_the_package(cli: Callable[..., Any]) -> None:
    ran = cli("--version")
    assert (ran.status, ran.out) == (0, f"codearena {codearena.__version__}\n")


@pytest.mark.parametrize("command", ["", "grade", "tasks", "tasks list", "tasks show", "tasks check", "plugins", "doctor", "regrade"])
def test_every_command_explains_itself(cli: Callable[..., Any], command: str) -> None:
    ran = cli(*command.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: codearena {command}".strip())


@pytest.mark.parametrize("arguments", [(), ("tasks",), ("graed",), ("grade", "--wat")])
def test_what_is_no_command_is_a_mistake(cli: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    ran = cli(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "usage: codearena" in ran.err


def test_help_loads_nothing_that_only_commands_need(program: Callable[..., Any]) -> None:
    script = "import sys\nfrom codearena.cli.main import main\nmain(['--help'])\nprint('\\nloaded:', *sys.modules)"
    loaded = program(prefix=("-c", script)).out.rpartition("loaded: ")[2].split()
    assert "codearena.cli.grade" in loaded
    assert not {"rich", "pytest", "subprocess", "json", "codearena.soundness", "codearena.cli.report"} & set(loaded)


def test_help_is_there_at_once(program: Callable[..., Any]) -> None:
    def cpu_seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        program("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(cpu_seconds() for _ in range(5)) < HELP_SECONDS


def test_trouble_with_the_machine_is_one_paragraph(program: Callable[..., Any]) -> None:
    ran = program("grade", REFERENCE, "--task", "easy/average-list", CODEARENA_SCRATCH="/nonexistent/folder")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith("codearena: ")
    assert "/nonexistent/folder" in ran.err
    assert ran.err.count("\n") == 1


def test_trouble_with_the_configuration_is_one_paragraph(program: Callable[..., Any]) -> None:
    ran = program("tasks", "list", CODEARENA_WORKER="2")
    assert (ran.status, ran.out) == (2, "")
    assert "CODEARENA_WORKER, which means nothing (did you mean 'CODEARENA_WORKERS'?)" in ran.err


def test_a_reader_that_leaves_is_no_error(tmp_path: Path, environment: dict[str, str]) -> None:
    """Neither while something is printed nor when what is left is flushed at the end."""
    command = f"'{sys.executable}' -m codearena.cli tasks show easy/average-list --all"
    for reader in ("true", "head -c 1"):
        ran = subprocess.run(
            ["/bin/sh", "-c", f"{{ sleep 0.1; {command}; echo $? >status; }} | {reader}"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            cwd=tmp_path,
            env=environment,
            timeout=60,
            check=False,
        )
        assert ran.stderr == b"", reader
    assert (tmp_path / "status").read_text().strip() in ("0", "141")


def test_interrupting_leaves_nothing_behind(
    tmp_path: Path, environment: dict[str, str], task: Callable[..., Any], files: Callable[..., Any]
) -> None:
    """Ctrl-C in the middle of several slow files: exit status 130, at once, and no process and no folder is left."""
    slow = files(**{f"slow{number}": f"while True:\n    pass  # {number}\n" for number in range(6)})
    command = [sys.executable, "-m", "codearena.cli", "grade", *map(str, slow), "--task", str(task(cpu_seconds=20))]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            deadline = time.monotonic() + 30
            while not any(cpu > 1.0 for cpu in descendants(process.pid).values()):
                assert time.monotonic() < deadline, "nothing was graded"
                assert process.poll() is None
                time.sleep(0.02)
            started = descendants(process.pid)
            interrupted = time.monotonic()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=15)
            seconds = time.monotonic() - interrupted
        finally:
            process.kill()
    assert (process.returncode, out, err) == (130, b"", b"interrupted\n")
    assert seconds < 5
    assert not list((tmp_path / "temporary").iterdir())
    deadline = time.monotonic() + 2  # what is killed dies when it next gets a core
    while left := [pid for pid in started if runs(pid)]:
        assert time.monotonic() < deadline, left
        time.sleep(0.02)


def runs(pid: int) -> bool:
    """Whether a process is there, and not just waiting to be counted as ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def descendants(ancestor: int) -> dict[int, float]:
    """Return the CPU seconds of every process below ``ancestor``, by number."""
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it ended while we looked
                continue
            parents[int(folder.name)] = int(fields[1])
            seconds[int(folder.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    below = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return {pid: seconds[pid] for pid in below - {ancestor}}
