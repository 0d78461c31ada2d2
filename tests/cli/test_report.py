"""What a person sees of a grade."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from codearena.cli.report import number
from codearena.tasks.bundled import SUITE

AVERAGE = "easy/average-list"
REFERENCE = SUITE / AVERAGE / "reference.py"
WRONG = SUITE / AVERAGE / "wrong" / "tidy.py"


def test_everything_that_led_to_the_reward_is_there(cli: Callable) -> None:
    out = cli("grade", WRONG, "--task", AVERAGE).out
    assert re.search(r"easy/average-list +Average of a list +not solved\n", out)
    assert "reward 0.0538 of 1" in out
    assert re.search(r"compiles +1\.0 +━{10} +gate +scored +compiles", out)
    assert re.search(r"tests +0\.0769 +━─{9} +0\.70 +scored +1 of 13 tests passed", out)
    assert "reward = 0.7 × 0.07692 correctness + 0.3 × 0 solved = 0.0538462" in out
    assert re.search(r"locked sandbox · 0\.\d+ s CPU · \d+\.\d+ s wall · \d+ MiB · default plan [0-9a-f]{8}", out)


def test_hidden_tests_are_counted_and_shown_only_on_demand(cli: Callable) -> None:
    shown = cli("grade", WRONG, "--task", AVERAGE).out
    assert "test_visible.py::test_whole_numbers" in shown
    assert "assert average([1, 2]) == approx(1.5)" in shown
    assert "test_hidden" not in shown
    assert "and 8 more in hidden tests; --all shows them" in shown
    everything = cli("grade", WRONG, "--task", AVERAGE, "--all").out
    assert everything.count("(hidden)") == 8
    assert "more in hidden tests" not in everything


def test_what_stopped_a_run_is_said_once(cli: Callable, files: Callable) -> None:
    out = cli("grade", *files(quits="import os\nos._exit(0)\n"), "--task", AVERAGE).out
    assert out.replace("\n", " ").count("ended its own") == 1
    assert re.search(r"flags +exit\n", out)


def test_several_files_end_in_a_table(cli: Callable) -> None:
    out = cli("grade", REFERENCE, WRONG, "--task", AVERAGE).out
    assert "2 files, 1 solved" in out
    assert re.search(rf" 1\.0 +solved +{re.escape(str(REFERENCE))}\n +0\.0538 +not solved", out.replace("\n           ", ""))


def test_text_that_goes_elsewhere_is_plain_and_narrow(program: Callable) -> None:
    out = program("grade", WRONG, "--task", AVERAGE, "--all").out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert not re.search(" $", out, re.MULTILINE)


def test_an_encoding_without_lines_gets_ascii(program: Callable) -> None:
    ran = program("grade", WRONG, "--task", AVERAGE, "--all", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")
    assert ran.status == 1
    assert "compiles     1.0  ##########" in ran.out.replace("   1.0", " 1.0").replace("compiles  ", "compiles   ")
    assert "[#" not in ran.out
    assert "━" not in ran.out
    assert ran.out.isascii()


def test_a_terminal_gets_colours_and_a_large_number(tmp_path: Path, environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "codearena.cli", "grade", str(REFERENCE), "--task", AVERAGE]
    with subprocess.Popen(command, stdout=theirs, cwd=tmp_path, env=environment | {"TERM": "xterm", "COLUMNS": "80"}) as process:
        os.close(theirs)
        out = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # what Linux says when the other side is closed
                break
            if not chunk:
                break
            out += chunk
    os.close(ours)
    assert process.returncode == 0
    text = out.decode()
    assert "\x1b[1;32msolved" in text
    assert "▀█      █▀█" in text


@pytest.mark.parametrize(("value", "text"), [(1.0, "1.0"), (0.0, "0.0"), (0.99996, "0.9999"), (0.5, "0.5"), (1 / 3, "0.3333")])
def test_a_number_is_never_shown_as_full_when_it_is_not(value: float, text: str) -> None:
    assert number(value) == text
