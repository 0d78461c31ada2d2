"""A task as a folder that a person can write in five minutes.

```
task.toml      id, version, title, difficulty, family, language, entry_points, tags, license, source, [limits],
               [output] (how what a program printed is compared: whitespace, floats, order)
prompt.md      what the solver reads          starter.py   the buggy start        reference.py
tests/*.py     pytest files; import the submission as `solution`; hidden unless named test_visible* or marked visible
cases.jsonl    instead of tests/, for a program: {"stdin": ..., "stdout": ..., "name": ..., "visible": true} on each line
properties.py  optional Hypothesis tests; import `solution`, and `reference` to compare
workload.py    optional inputs(n, rng, shape) -> arguments, for counting work at growing sizes
right/*.py     variants that must be solved   wrong/*.py   variants that must not
```
"""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codearena.core.errors import InvalidTaskError, nearest
from codearena.core.idle import public_names
from codearena.core.task import DIFFICULTIES, Limits, Task, TestFile

if TYPE_CHECKING:
    from codearena.core.programs import Comparison, ProgramCase

_TEXTS = ("id", "version", "title", "difficulty", "family", "language", "license", "source")
_LISTS = ("entry_points", "tags")
_TABLES = ("limits", "output")


def load_folder(folder: Path) -> Task:
    """Read the task in ``folder``. Raises `InvalidTaskError` naming the file, the key, and what was expected."""
    if not folder.is_dir():
        raise InvalidTaskError(f"{folder} is not a folder; a task is a folder with task.toml, reference.py and tests/")
    settings = _settings(folder / "task.toml")
    reference = _reference(folder / "reference.py")
    tests = tuple(TestFile(name=path.name, text=_text(path)) for path in sorted((folder / "tests").glob("*.py")))
    cases = _cases(folder / "cases.jsonl")
    if not cases and not any(test.name.startswith("test_") for test in tests):
        raise InvalidTaskError(
            f"{folder / 'tests'} holds no test_*.py; expected pytest files that import `solution`, or a cases.jsonl for a program"
        )
    entry_points = tuple(settings.get("entry_points", ())) or (() if cases else public_names(reference))
    return Task(
        **{key: settings[key] for key in _TEXTS if key in settings},
        prompt=_text(folder / "prompt.md", default=""),
        starter=_text(folder / "starter.py", default=""),
        reference=reference,
        properties=_text(folder / "properties.py", default=""),
        workload=_text(folder / "workload.py", default=""),
        tests=tests,
        cases=cases,
        comparison=_comparison(settings["output"], folder / "task.toml") if "output" in settings else None,
        entry_points=entry_points,
        tags=tuple(settings.get("tags", ())),
        limits=_limits(settings.get("limits", {}), folder / "task.toml"),
        right=_variants(folder / "right"),
        wrong=_variants(folder / "wrong"),
    )


def _settings(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        settings = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InvalidTaskError(f"{path} is not TOML: {error}") from error
    known = (*_TEXTS, *_LISTS, *_TABLES)
    for key, value in settings.items():
        if key not in known:
            raise InvalidTaskError(f"{path}: unknown key {key!r}{nearest(key, known)}; known: {', '.join(known)}")
        if key in _TEXTS and not isinstance(value, str):
            raise InvalidTaskError(f"{path}: {key} must be a text, not {value!r}")
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise InvalidTaskError(f"{path}: {key} must be a list of texts, not {value!r}")
        if key in _TABLES and not isinstance(value, dict):
            raise InvalidTaskError(f"{path}: {key} must be a table, not {value!r}")
    if not settings.get("id"):
        raise InvalidTaskError(f"{path} names no id")
    difficulty = settings.get("difficulty", "medium")
    if difficulty not in DIFFICULTIES:
        raise InvalidTaskError(
            f"{path}: difficulty {difficulty!r} is not one of {', '.join(DIFFICULTIES)}{nearest(difficulty, DIFFICULTIES)}"
        )
    return settings


def _text(path: Path, default: str | None = None) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if default is not None:
            return default
        raise InvalidTaskError(f"{path} is missing; every task needs it") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidTaskError(f"{path} cannot be read: {error}") from error


def _reference(path: Path) -> str:
    text = _text(path)
    try:
        ast.parse(text)
    except SyntaxError as error:
        raise InvalidTaskError(f"{path}, line {error.lineno}: {error.msg}; a reference must compile") from error
    except ValueError as error:
        raise InvalidTaskError(f"{path}: {error}; a reference must compile") from error
    return text


def _limits(table: dict[str, Any], path: Path) -> Limits:
    known = tuple(f.name for f in fields(Limits))
    for key, value in table.items():
        if key not in known:
            raise InvalidTaskError(f"{path}, [limits]: unknown key {key!r}{nearest(key, known)}; known: {', '.join(known)}")
        whole = key != "cpu_seconds"
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float) or not 0 < value <= 10**12:
            raise InvalidTaskError(f"{path}, [limits]: {key} must be a positive {'whole ' if whole else ''}number, not {value!r}")
    return Limits(**table | {"cpu_seconds": float(table.get("cpu_seconds", Limits().cpu_seconds))})


def _cases(path: Path) -> tuple[ProgramCase, ...]:
    text = _text(path, default="")
    if not text:
        return ()
    from codearena.core.programs import read_cases

    return read_cases(text, str(path))


def _comparison(table: dict[str, Any], path: Path) -> Comparison:
    from codearena.core.programs import Comparison

    known = tuple(f.name for f in fields(Comparison))
    for key in table:
        if key not in known:
            raise InvalidTaskError(f"{path}, [output]: unknown key {key!r}{nearest(key, known)}; known: {', '.join(known)}")
    try:
        return Comparison(**table)
    except InvalidTaskError as error:
        raise InvalidTaskError(f"{path}, [output]: {error}") from None


def _variants(folder: Path) -> tuple[tuple[str, str], ...]:
    return tuple((path.name, _text(path)) for path in sorted(folder.glob("*.py")))
