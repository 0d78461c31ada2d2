"""A task is a folder that a person can write, and a mistake in it is named with its file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from codearena.core.errors import InvalidTaskError
from codearena.core.task import Limits, Task, TestFile
from codearena.tasks.folder import load_folder

SETTINGS = """
id = "made/add"
version = "3"
title = "Add one"
difficulty = "easy"
family = "sums"
language = "python"
entry_points = ["add", "Adder"]
tags = ["arithmetic"]
license = "MIT"
source = "written for a test"

[limits]
cpu_seconds = 2
memory_mb = 128
processes = 3
output_bytes = 1000
"""
FILES = {
    "task.toml": SETTINGS,
    "prompt.md": "Add one.\n",
    "starter.py": "def add(x):\n    return x\n",
    "reference.py": "def add(x):\n    return x + 1\n",
    "tests/test_visible.py": "def test_a(): ...\n",
    "tests/test_hidden.py": "def test_b(): ...\n",
    "tests/helpers.py": "VALUES = [1]\n",
    "right/two.py": "add = (1).__add__\n",
    "right/one.py": "add = lambda x: x + 1\n",
    "wrong/same.py": "add = abs\n",
}
LEAST = {
    "task.toml": 'id = "made/least"\n',
    "reference.py": "def add(x):\n    return x + 1\n",
    "tests/test_it.py": "def test_a(): ...\n",
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def load(folder: Path, files: dict[str, str], changes: dict[str, str | bytes | None]) -> Task:
    """Load ``files`` with ``changes``, of which None leaves a file out."""
    return load_folder(write(folder, {name: content for name, content in {**files, **changes}.items() if content is not None}))


def test_a_full_folder_gives_all_that_stands_in_it(tmp_path: Path) -> None:
    assert load(tmp_path, FILES, {}) == Task(
        id="made/add",
        version="3",
        title="Add one",
        difficulty="easy",
        family="sums",
        language="python",
        entry_points=("add", "Adder"),
        tags=("arithmetic",),
        license="MIT",
        source="written for a test",
        limits=Limits(cpu_seconds=2.0, memory_mb=128, processes=3, output_bytes=1000),
        prompt="Add one.\n",
        starter="def add(x):\n    return x\n",
        reference="def add(x):\n    return x + 1\n",
        tests=(
            TestFile(name="helpers.py", text="VALUES = [1]\n"),
            TestFile(name="test_hidden.py", text="def test_b(): ...\n"),
            TestFile(name="test_visible.py", text="def test_a(): ...\n"),
        ),
        right=(("one.py", "add = lambda x: x + 1\n"), ("two.py", "add = (1).__add__\n")),
        wrong=(("same.py", "add = abs\n"),),
    )


def test_an_id_a_reference_and_tests_are_enough(tmp_path: Path) -> None:
    task = load(tmp_path, LEAST, {})
    assert (task.id, task.prompt, task.starter, task.difficulty, task.limits) == ("made/least", "", "", "medium", Limits())
    assert (task.right, task.wrong, task.tags) == ((), (), ())


def test_entry_points_are_the_public_names_of_the_reference_unless_given(tmp_path: Path) -> None:
    reference = "import os\nX = 1\ndef add(x): ...\nasync def wait(): ...\nclass Adder:\n    def add(self): ...\ndef _private(): ...\n"
    assert load(tmp_path, LEAST, {"reference.py": reference}).entry_points == ("add", "wait", "Adder")
    assert load(tmp_path, LEAST, {"task.toml": 'id = "x"\nentry_points = ["other"]'}).entry_points == ("other",)


def test_a_folder_gives_the_same_task_wherever_it_stands(tmp_path: Path) -> None:
    first, second = load(tmp_path / "a", FILES, {}), load(tmp_path / "b" / "c", FILES, {})
    assert first == second
    assert first.digest == second.digest


def test_windows_line_ends_make_no_other_task(tmp_path: Path) -> None:
    windows = {name: text.replace("\n", "\r\n") for name, text in FILES.items()}
    assert load(tmp_path / "a", FILES, {}).digest == load(tmp_path / "b", windows, {}).digest


WRONG: dict[str, tuple[dict[str, str | bytes | None], str]] = {
    "no task.toml": ({"task.toml": None}, r"task\.toml is missing; every task needs it"),
    "no reference": ({"reference.py": None}, r"reference\.py is missing; every task needs it"),
    "no tests": ({"tests/test_it.py": None}, r"tests holds no test_\*\.py; expected pytest files that import `solution`"),
    "only helpers": ({"tests/test_it.py": None, "tests/helpers.py": ""}, r"holds no test_\*\.py"),
    "no TOML": ({"task.toml": 'id = = "x"'}, r"task\.toml is not TOML: .*line 1"),
    "no UTF-8": ({"reference.py": b"s = '\xff'"}, r"reference\.py cannot be read: .*utf-8"),
    "a test that is no UTF-8": ({"tests/test_it.py": b"\xff"}, r"test_it\.py cannot be read"),
    "no id": ({"task.toml": 'title = "x"'}, r"task\.toml names no id"),
    "an empty id": ({"task.toml": 'id = ""'}, r"task\.toml names no id"),
    "an unknown key": (
        {"task.toml": 'id = "x"\ndificulty = "easy"'},
        r"unknown key 'dificulty' \(did you mean 'difficulty'\?\); known: id",
    ),
    "an id that is no text": ({"task.toml": "id = 3"}, "id must be a text, not 3"),
    "a version that is no text": ({"task.toml": 'id = "x"\nversion = 1'}, "version must be a text, not 1"),
    "tags that are a text": ({"task.toml": 'id = "x"\ntags = "easy"'}, "tags must be a list of texts, not 'easy'"),
    "entry points that are numbers": ({"task.toml": 'id = "x"\nentry_points = [1]'}, "entry_points must be a list of texts"),
    "limits that are no table": ({"task.toml": 'id = "x"\nlimits = 3'}, "limits must be a table, not 3"),
    "an unknown difficulty": (
        {"task.toml": 'id = "x"\ndifficulty = "hrd"'},
        r"'hrd' is not one of easy, medium, hard \(did you mean 'hard'\?\)",
    ),
    "a reference that does not parse": ({"reference.py": "x = 1\ndef f(:"}, r"reference\.py, line 2: .*; a reference must compile"),
    "a reference with a NUL": ({"reference.py": "x = '\0'"}, r"reference\.py.*a reference must compile"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_folder_is_refused_with(tmp_path: Path, what: str) -> None:
    changes, problem = WRONG[what]
    with pytest.raises(InvalidTaskError, match=problem) as caught:
        load(tmp_path, LEAST, changes)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("cpu_second = 1", r"unknown key 'cpu_second' \(did you mean 'cpu_seconds'\?\); known: cpu_seconds, memory_mb"),
        ("cpu_seconds = 0", "cpu_seconds must be a positive number, not 0"),
        ("cpu_seconds = -1.5", r"cpu_seconds must be a positive number, not -1\.5"),
        ("cpu_seconds = true", "cpu_seconds must be a positive number, not True"),
        ("cpu_seconds = '2'", "cpu_seconds must be a positive number, not '2'"),
        ("cpu_seconds = nan", "cpu_seconds must be a positive number, not nan"),
        ("cpu_seconds = inf", "cpu_seconds must be a positive number, not inf"),
        ("memory_mb = 1.5", r"memory_mb must be a positive whole number, not 1\.5"),
        ("output_bytes = 0", "output_bytes must be a positive whole number, not 0"),
        ("processes = -1", "processes must be a positive whole number, not -1"),
    ],
)
def test_a_limit_is_a_positive_number(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(InvalidTaskError, match=rf"task\.toml, \[limits\]: {problem}"):
        load(tmp_path, LEAST, {"task.toml": f'id = "x"\n[limits]\n{row}'})


def test_a_limit_in_whole_seconds_is_the_same_as_in_fractions(tmp_path: Path) -> None:
    whole = load(tmp_path, LEAST, {"task.toml": 'id = "x"\n[limits]\ncpu_seconds = 2'})
    assert whole.digest == load(tmp_path, LEAST, {"task.toml": 'id = "x"\n[limits]\ncpu_seconds = 2.0'}).digest
    assert type(whole.limits.cpu_seconds) is float


@pytest.mark.parametrize("name", ["missing", "task.toml"])
def test_what_is_no_folder_is_no_task(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"task.toml": ""})
    with pytest.raises(InvalidTaskError, match=r"is not a folder; a task is a folder with task\.toml, reference\.py and tests/"):
        load_folder(tmp_path / name)


def test_a_folder_called_like_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "tests" / "test_it.py").mkdir(parents=True)
    with pytest.raises(InvalidTaskError, match=r"test_it\.py cannot be read"):
        load(tmp_path, {name: text for name, text in LEAST.items() if name != "tests/test_it.py"}, {})
