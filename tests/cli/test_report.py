"""What a person sees of a grade."""

from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codearena.cli.main import main
from codearena.cli.report import number
from codearena.tasks.bundled import SUITE

AVERAGE = "easy/average-list"
REFERENCE = SUITE / AVERAGE / "reference.py"
WRONG = SUITE / AVERAGE / "wrong" / "tidy.py"


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    """What is printed of a wrong program: by default, and with ``--all``."""
    printed = {}
    for flags in ((), ("--all",)):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert main(["grade", str(WRONG), "--task", AVERAGE, *flags]) == 1
        printed["".join(flags)] = out.getvalue()
    return printed


def test_everything_that_led_to_the_reward_is_there(reports: dict[str, str]) -> None:
    out = reports[""]
    assert re.search(r"easy/average-list +Average of a list +not solved\n", out)
    assert "reward 0.0377 of 1" in out
    assert re.search(r"compiles +1\.0 +━{10} +gate +scored +compiles", out)
    assert re.search(r"tests +0\.0769 +━─{9} +0\.55 +scored +1 of 13 tests passed", out)
    quality = "".join(f" + 0.05 × 0.05385 {name}" for name in ("complexity", "security", "quality"))
    assert f"reward = 0.55 × 0.05385 correctness{quality} + 0.3 × 0 solved = 0.0376923" in re.sub(r"\s+", " ", out)
    assert re.search(r"locked sandbox · 0\.\d+ s CPU · \d+\.\d+ s wall · \d+ MiB · default plan [0-9a-f]{8}", out)


def test_hidden_tests_are_counted_and_shown_only_on_demand(reports: dict[str, str]) -> None:
    assert "test_visible.py::test_whole_numbers" in reports[""]
    assert "assert average([1, 2]) == approx(1.5)" in reports[""]
    assert "test_hidden" not in reports[""]
    assert "and 8 more in hidden tests; --all shows them" in reports[""]
    assert reports["--all"].count("(hidden)") == 8 + 2  # properties
    assert "more in hidden tests" not in reports["--all"]


@pytest.mark.parametrize("flags", ["", "--all"])
def test_text_that_goes_elsewhere_is_plain_and_narrow(reports: dict[str, str], flags: str) -> None:
    out = reports[flags]
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert not re.search(" $", out, re.MULTILINE)


def test_what_stopped_a_run_is_said_once(cli: Callable[..., Any], files: Callable[..., Any]) -> None:
    out = cli("grade", *files(quits="import os\nos._exit(0)\n"), "--task", AVERAGE).out
    assert re.sub(r"\s+", " ", out).count("ended its own process with status 0") == 2  # the tests', and the properties'
    assert re.search(r"flags +exit\n", out)


def test_several_files_end_in_a_table(program: Callable[..., Any], files: Callable[..., Any]) -> None:
    right, wrong = files(right=REFERENCE.read_bytes(), wrong=WRONG.read_bytes())
    out = program("grade", right.name, wrong.name, "-", "--task", AVERAGE, stdin=REFERENCE.read_bytes()).out
    assert out.count("── standard input ─") == 1
    table = out[out.index("3 files, 2 solved") :]
    assert re.search(r" 1\.0 +solved +right\.py\n +0\.0377 +not solved +wrong\.py\n +1\.0 +solved +standard input\n$", table)


def test_an_encoding_without_lines_gets_ascii(program: Callable[..., Any]) -> None:
    ran = program("grade", WRONG, "--task", AVERAGE, "--all", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")
    assert ran.status == 1
    assert re.search("compiles +1.0 +#{10} +gate", ran.out)
    assert ran.out.isascii()
    assert "\\u" not in ran.out


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
