"""The bundled tasks are sound: what is right earns everything, what is wrong is never solved, doing nothing earns nothing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.task import DIFFICULTIES
from codearena.tasks.bundled import SUITE, Bundled, codearena_task_sources

IDS = Bundled().ids()


def load(task_id: str) -> ca.Task:
    task = Bundled().load(task_id)
    assert task is not None
    return task


def test_the_suite_holds_these_tasks() -> None:
    assert sorted(IDS) == IDS
    assert {"easy/average-list", "hard/max-subarray", "medium/binary-search", "security/calculator", "types/sum-mixed"} <= set(IDS)


def test_the_suite_is_offered_to_every_arena(arena: ca.Arena) -> None:
    assert [type(source) for source in codearena_task_sources()] == [Bundled]
    assert set(IDS) <= set(arena.task_ids())


@pytest.mark.parametrize("task_id", IDS)
def test_a_task_is_called_as_its_folder_and_says_where_it_comes_from(task_id: str) -> None:
    task = load(task_id)
    assert task.id == task_id
    assert task.family == task_id.partition("/")[0]
    assert task.difficulty in DIFFICULTIES
    assert task.title
    assert task.prompt
    assert task.license
    assert task.source


@pytest.mark.parametrize("task_id", IDS)
def test_a_task_shows_some_tests_and_hides_others(task_id: str) -> None:
    task = load(task_id)
    shown = task.view().tests
    assert shown
    assert {file.name for file in shown} < {file.name for file in task.tests}


@pytest.mark.parametrize("task_id", IDS)
def test_the_reference_defines_the_entry_points_with_a_docstring(task_id: str) -> None:
    task = load(task_id)
    kinds = ast.FunctionDef | ast.ClassDef
    defined = {node.name: ast.get_docstring(node) for node in ast.parse(task.reference).body if isinstance(node, kinds)}
    assert all(defined.get(name) for name in task.entry_points)
    assert task.entry_points


def test_a_task_is_read_once() -> None:
    assert load(IDS[0]) is load(IDS[0])


OUTSIDE = [
    "easy",
    "easy/",
    "",
    ".",
    "easy/nothing",
    "../suite/easy/nothing",
    f"../../../{SUITE.name}",
    "../bundled.py",
    "easy/average-list/task.toml",
    "/",
    "EASY/average-list\n",
    "nul\0byte",
    "x" * 300,
    "x/" * 3000,
    "\ud800",
]


@pytest.mark.parametrize("task_id", OUTSIDE, ids=lambda task_id: ascii(task_id)[:24])
def test_what_is_no_id_is_no_task(task_id: str) -> None:
    assert Bundled().load(task_id) is None


def test_no_id_reaches_a_task_outside_the_suite(tmp_path: Path) -> None:
    folder = tmp_path / "task"
    (folder / "tests").mkdir(parents=True)
    for name, text in {"task.toml": 'id = "x"', "reference.py": "", "tests/test_it.py": ""}.items():
        (folder / name).write_text(text)
    assert Bundled().load(str(folder)) is None
    assert Bundled().load("../" * len(SUITE.parts) + str(folder).lstrip("/")) is None


# ---------------------------------------------------------------------------------------------------- soundness


@pytest.mark.parametrize("task_id", IDS)
def test_the_reference_and_every_right_variant_earn_everything(arena: ca.Arena, task_id: str) -> None:
    task = load(task_id)
    grades = arena.grade_many([(task.reference, task), *((text, task) for _, text in task.right)])
    assert len(grades) > 1
    assert [(grade.reward, grade.solved, grade.flags) for grade in grades] == [(1.0, True, ())] * len(grades)


@pytest.mark.parametrize("task_id", IDS)
def test_no_wrong_variant_is_solved_or_earns_0_70(arena: ca.Arena, task_id: str) -> None:
    task = load(task_id)
    grades = dict(zip((name for name, _ in task.wrong), arena.grade_many((text, task) for _, text in task.wrong), strict=True))
    assert grades
    assert not {name: grade.reward for name, grade in grades.items() if grade.solved or grade.score() >= 0.7 or grade.flags}


@pytest.mark.parametrize("task_id", IDS)
def test_the_starter_and_an_empty_file_earn_nothing(arena: ca.Arena, task_id: str) -> None:
    task = load(task_id)
    assert task.starter
    assert [grade.reward for grade in arena.grade_many([(task.starter, task), ("", task)])] == [0.0, 0.0]
