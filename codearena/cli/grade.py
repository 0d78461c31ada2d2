"""``codearena grade``: what files are worth on a task."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from codearena.core.errors import UsageError
from codearena.core.submission import MAX_BYTES

if TYPE_CHECKING:
    from codearena.cli import Commands
    from codearena.core.grade import Grade

SOLVED, NOT_SOLVED, UNGRADED = 0, 1, 3
MAX_READ = 4 * (MAX_BYTES + 1)
"""Bytes that are read of a file: enough of any text to see that it is too long, which is all that then matters of it."""

_DESCRIPTION = """Grade files on a task, several of them at the same time.

FILE may hold anything at all; what is no solution scores 0."""
_EPILOG = """exit status: 0 solved, 1 not solved, 2 asked for something that cannot be done, 3 could not grade;
of several files the worst.

  codearena grade solution.py --task easy/average-list
  codearena grade students/*.py --task my/task --json > grades.jsonl"""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "grade",
        help="grade files on a task",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="what to grade; - is standard input")
    parser.add_argument("--task", required=True, metavar="ID|DIR", help="id of a task (see `codearena tasks list`), or its folder")
    parser.add_argument("--profile", metavar="P", help="how evidence is weighed (default: as configured)")
    parser.add_argument("--quick", action="store_true", help="do not run what can change the reward no more")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print one JSON object per file, as `codearena regrade` reads it")
    output.add_argument("--all", action="store_true", help="show what hidden tests say, too")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Grade, print, and return the exit status."""
    from codearena.arena import Arena
    from codearena.core.config import load_config

    codes = read_all(arguments.files)
    with Arena(load_config(thorough=not arguments.quick)) as arena:
        task = arena.load_task(arguments.task)
        grades = arena.grade_many([(code, task) for code in codes], arguments.profile)
    if arguments.json:
        for grade in grades:
            print(record(grade))
    else:
        from codearena.cli.report import print_report

        print_report(list(zip(arguments.files, grades, strict=True)), task, show_hidden=arguments.all)
    return max(_status(grade) for grade in grades)


def record(grade: Grade) -> str:
    """Return ``grade`` as one line of JSON, always the same for the same grade."""
    import json

    return json.dumps(grade.to_dict(), allow_nan=False)


def read_all(names: list[str]) -> list[bytes]:
    """Return the content of each file; raises `UsageError` naming the first that cannot be read."""
    if names.count("-") > 1:
        raise UsageError("standard input can be read once, but - is given several times")
    return [_read(name) for name in names]


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MAX_READ)
    try:
        with open(name, "rb") as file:
            return file.read(MAX_READ)
    except IsADirectoryError:
        hint = f"; for the task in it, say --task {name}" if os.path.isfile(os.path.join(name, "task.toml")) else ""
        raise UsageError(f"{name} is a folder; expected a file to grade{hint}") from None
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error


def _status(grade: Grade) -> int:
    if grade.reward is None:
        return UNGRADED
    return SOLVED if grade.solved else NOT_SOLVED
