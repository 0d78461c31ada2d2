"""``codearena grade``: exit statuses, records, and what is said of mistakes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import codearena
from codearena.tasks.bundled import SUITE

AVERAGE = "easy/average-list"
REFERENCE = SUITE / AVERAGE / "reference.py"
STARTER = SUITE / AVERAGE / "starter.py"
WRONG = SUITE / AVERAGE / "wrong" / "tidy.py"
KEYS = ["task", "reward", "solved", "profile", "components", "flags", "resources", "sandbox", "plan_digest"]
RESOURCES = ["cpu_seconds", "wall_seconds", "peak_memory_bytes", "disk_read_bytes", "disk_written_bytes", "processes"]


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


# ------------------------------------------------------------------------------------------------ what it returns


def test_a_solved_task_is_success(cli: Callable[..., Any]) -> None:
    ran = cli("grade", REFERENCE, "--task", AVERAGE)
    assert (ran.status, ran.err) == (0, "")
    assert "reward 1.0 of 1" in ran.out


def test_the_worst_of_several_files_decides(cli: Callable[..., Any]) -> None:
    ran = cli("grade", REFERENCE, STARTER, REFERENCE, "--task", AVERAGE, "--json")
    assert ran.status == 1
    assert [each["solved"] for each in records(ran.out)] == [True, False, True]


def test_a_record_has_the_agreed_shape_and_is_a_grade(cli: Callable[..., Any]) -> None:
    (record,) = records(cli("grade", WRONG, "--task", AVERAGE, "--json").out)
    assert list(record)[: len(KEYS)] == KEYS
    assert list(record["resources"]) == RESOURCES
    assert next(iter(record["sandbox"])) == "level"
    for component in record["components"].values():
        assert list(component) == ["value", "weight", "status", "reason", "findings", "measures", "seconds"]
    grade = codearena.Grade.from_dict(record)
    assert grade.to_dict() == record
    assert grade.reward == pytest.approx(sum(share.points for share in grade.shares))


def test_standard_input_is_a_file_called_dash(program: Callable[..., Any]) -> None:
    ran = program("grade", "-", "--task", AVERAGE, stdin=REFERENCE.read_bytes())
    assert (ran.status, ran.err) == (0, "")


def test_a_task_may_be_a_folder(program: Callable[..., Any], task: Callable[..., Any], tmp_path: Path) -> None:
    folder = task()
    ran = program("grade", REFERENCE, "--task", folder.name, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert records(ran.out)[0]["task"] == AVERAGE


def test_what_we_cannot_grade_is_neither_right_nor_wrong(program: Callable[..., Any], tmp_path: Path) -> None:
    """A scorer that crashes on the reference as well is our failure: no reward, and exit status 3."""
    (tmp_path / "broken_scorer.py").write_text(
        "import codearena as ca\n"
        "@ca.scorer(stage='static', version='1')\n"
        "def broken(case):\n    raise OSError('no such model')\n"
        "@ca.hookimpl\n"
        "def codearena_scorers():\n    return [broken]\n"
    )
    (tmp_path / "codearena.toml").write_text(
        'plugin_modules = ["broken_scorer"]\n[profiles.odd.scorers.broken]\nrole = "weighted"\nweight = 0.1\n'
    )
    arguments = ("grade", REFERENCE, WRONG, "--task", AVERAGE, "--profile", "odd")
    ran = program(*arguments, PYTHONPATH=f"{Path(codearena.__file__).parents[1]}:{tmp_path}")
    assert ran.status == 3, ran.err
    assert "not graded" in ran.out
    assert "no reward: this was ours" in ran.out
    assert "no such model" in ran.out


def test_a_machine_that_cannot_isolate_grades_nothing(program: Callable[..., Any], without_landlock: tuple[str, ...]) -> None:
    ran = program("grade", REFERENCE, "--task", AVERAGE, prefix=without_landlock)
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
    assert "Landlock" in ran.err
    assert "codearena doctor" in ran.err


# ------------------------------------------------------------------------------------------------ files of any kind


def test_a_file_may_be_anything(cli: Callable[..., Any], task: Callable[..., Any], files: Callable[..., Any]) -> None:
    """Whatever stands in a file, it is graded: 0, with the reason, in the order of the arguments."""
    folder = task(cpu_seconds=0.5)
    expected = {
        "empty": (b"", "cannot import name 'average'"),
        "binary": (bytes(range(256)) * 40, "null bytes|UTF-8"),
        "big": (b"x = 1\n" * 900_000, "more than 1000000 bytes"),
        "larger": (b"#" * 20_000_000, "more than 1000000 bytes"),
        "nul": (b"\0" * 5000, "null bytes"),
        "nested": (b"(" * 10_000 + b")" * 10_000, "too many nested parentheses|nested"),
        "chain": (b"x = " + b"+".join([b"1"] * 5000), "nested deeper than|nested too deep"),
        "loop": (b"while True:\n    pass\n", "CPU time"),
        "sleeper": (b"raise SystemExit(0)\n", "SystemExit|ended"),
        "latin": ("x = 'é'".encode("latin-1"), "UTF-8"),
    }
    paths = files(**{name: content for name, (content, _) in expected.items()})
    ran = cli("grade", *paths, "--task", folder, "--json")
    assert (ran.status, ran.err) == (1, "")
    for record, (name, (_, reason)) in zip(records(ran.out), expected.items(), strict=True):
        assert record["reward"] == 0.0, name
        said = json.dumps(record["components"])
        assert re.search(reason, said), (name, said)


def test_nothing_a_file_says_reaches_the_terminal_unchanged(cli: Callable[..., Any], files: Callable[..., Any]) -> None:
    paths = files(escape="raise ValueError('\\x1b[2J\\x07\\u202e\\ud800' + '[bold]loud[/bold]' + ':smile:')")
    ran = cli("grade", *paths, "--task", AVERAGE, "--all")
    assert ran.status == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e\ud800]", ran.out)
    assert r"\x1b[2J\x07\u202e\ud800[bold]loud[/bold]:smile:" in ran.out.replace("\n", "").replace("  ", "")


# ------------------------------------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.py", "--task", AVERAGE], "codearena: nowhere.py cannot be read: No such file or directory"),
        ([SUITE / AVERAGE / "right", "--task", AVERAGE], "is a folder; expected a file to grade$"),
        ([SUITE / AVERAGE, "--task", AVERAGE], "is a folder; .*say --task "),
        (["-", "-", "--task", AVERAGE], "standard input can be read once"),
        ([STARTER, "--task", "easy/avrage-list"], "'easy/avrage-list' .did you mean 'easy/average-list'.*codearena tasks list"),
        ([STARTER, "--task", AVERAGE, "--profile", "defualt"], "no profile is called 'defualt' .did you mean 'default'"),
        ([STARTER], "--task"),
        (["--task", AVERAGE], "FILE"),
        ([STARTER, "--task", AVERAGE, "--json", "--all"], "not allowed with"),
    ],
)
def test_a_mistake_is_named_and_nothing_runs(cli: Callable[..., Any], arguments: list[object], said: str) -> None:
    ran = cli("grade", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert re.search(said, ran.err.strip(), re.MULTILINE), ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("settings", "missing", "said"),
    [
        (None, "reference.py", "reference.py is missing"),
        (None, "task.toml", "task.toml is missing"),
        ("id = ", None, "task.toml is not TOML"),
        ('id = "a"\nfamly = "b"', None, "unknown key 'famly' .did you mean 'family'"),
        ('id = "a"\n[limits]\ncpu_secnds = 1', None, "unknown key 'cpu_secnds' .did you mean 'cpu_seconds'"),
        ('id = "a"\ndifficulty = "heavy"', None, "difficulty 'heavy' is not one of easy, medium, hard"),
        ("", None, "names no id"),
    ],
)
def test_a_broken_task_is_named(
    cli: Callable[..., Any], task: Callable[..., Any], settings: str | None, missing: str | None, said: str
) -> None:
    folder = task(without=(missing,) if missing else ())
    if settings is not None:
        (folder / "task.toml").write_text(settings)
    ran = cli("grade", STARTER, "--task", folder)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert re.search(said, ran.err), ran.err


def test_a_task_whose_reference_fails_is_named(cli: Callable[..., Any], task: Callable[..., Any]) -> None:
    folder = task()
    (folder / "reference.py").write_text("def average(numbers):\n    return 0.0\n")
    ran = cli("grade", STARTER, "--task", folder)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "its reference fails" in ran.err
