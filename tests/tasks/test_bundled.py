"""The bundled tasks are sound: what is right earns everything, what is wrong is never solved, doing nothing earns nothing."""

from __future__ import annotations

import ast
import random
import types
from collections import Counter
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


SITUATIONS = {
    "a missing colon": "easy/average-list",
    "a search that never ends": "medium/binary-search",
    "cubic time": "hard/max-subarray",
    "int + str": "types/sum-mixed",
    "append on a dict": "types/group-words",
    "upper on an int": "types/shelf-labels",
    "eval on input": "security/calculator",
    "a token in the code": "security/access-token",
    "shell injection": "security/archive-command",
    "SQL injection": "security/find-orders",
    "path traversal": "security/safe-path",
}


def test_the_suite_has_a_task_for_each_of_these_situations() -> None:
    assert sorted(IDS) == IDS
    assert set(SITUATIONS.values()) <= set(IDS)


def test_there_are_forty_tasks_and_six_of_each_family() -> None:
    families = Counter(task_id.partition("/")[0] for task_id in IDS)
    assert len(IDS) >= 40
    assert sorted(families) == ["easy", "hard", "medium", "security", "types"]
    assert min(families.values()) >= 6


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
    shown, all_of_them = (task.view().cases, task.cases) if task.cases else (task.view().tests, task.tests)
    assert shown
    assert {each.name for each in shown} < {each.name for each in all_of_them}


@pytest.mark.parametrize("task_id", IDS)
def test_a_task_has_a_start_and_variants_of_both_kinds(task_id: str) -> None:
    task = load(task_id)
    assert task.starter
    assert len(task.right) >= 2
    assert len(task.wrong) >= 2
    assert {"slow.py"} <= {name for name, _ in task.right}
    assert {"hardcoded.py", "tidy.py"} <= {name for name, _ in task.wrong}


def test_most_tasks_have_properties_and_half_of_them_a_workload() -> None:
    tasks = [load(task_id) for task_id in IDS]
    assert sum(task.properties != "" for task in tasks) >= 0.8 * len(tasks)
    assert sum(task.workload != "" for task in tasks) >= 0.5 * len(tasks)


@pytest.mark.parametrize("task_id", [task_id for task_id in IDS if load(task_id).workload])
def test_a_workload_is_the_same_for_the_same_seed_and_has_three_shapes_at_most(task_id: str) -> None:
    made = vars(types.ModuleType("workload"))
    exec(compile(load(task_id).workload, "workload.py", "exec"), made)
    shapes = made.get("SHAPES", ("random",))
    assert 1 <= len(shapes) <= 3
    for shape in shapes:
        one, other, larger = (made["inputs"](n, random.Random(1), shape) for n in (16, 16, 64))
        assert one == other
        assert repr(larger) != repr(one)
        made["inputs"](1, random.Random(1), shape)


@pytest.mark.parametrize("task_id", IDS)
def test_the_reference_defines_the_entry_points_with_a_docstring(task_id: str) -> None:
    task = load(task_id)
    kinds = ast.FunctionDef | ast.ClassDef
    defined = {node.name: ast.get_docstring(node) for node in ast.parse(task.reference).body if isinstance(node, kinds)}
    assert all(defined.get(name) for name in task.entry_points)
    assert bool(task.entry_points) is not bool(task.cases)


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
def test_a_task_tells_right_from_wrong(arena: ca.Arena, task_id: str) -> None:
    task = load(task_id)
    # All of them at once, for the sake of both lanes.
    subjects = [("reference", task.reference), ("starter", task.starter), ("empty", "")]
    subjects += [(f"{kind}/{name}", text) for kind, variants in (("right", task.right), ("wrong", task.wrong)) for name, text in variants]
    grades = dict(zip((name for name, _ in subjects), arena.grade_many((text, task) for _, text in subjects), strict=True))
    assert (grades["reference"].reward, grades["reference"].solved, grades["reference"].flags) == (1.0, True, ())
    assert (grades["starter"].reward, grades["empty"].reward) == (0.0, 0.0)
    wrong = {name: grade for name, grade in grades.items() if name.startswith("wrong/")}
    assert not {name: grade.reward for name, grade in wrong.items() if grade.solved or grade.score() >= 0.7}
    right = {name: grade for name, grade in grades.items() if name.startswith("right/")}
    assert not {name: (grade.reward, grade.flags) for name, grade in right.items() if not grade.solved or grade.flags}
    if task.workload:
        efficiency = {name: _efficiency(grade) for name, grade in (right | {"reference": grades["reference"]}).items()}
        slow = efficiency.pop("right/slow.py")
        assert efficiency["reference"] == 1.0
        assert slow < 0.9
        assert slow == min(slow, *efficiency.values())


def _efficiency(grade: ca.Grade) -> float:
    """Return how efficient a right program is, none of whose results may count as wrong."""
    (found,) = [each for each in grade.evidence if each.scorer == "efficiency"]
    assert found.value is not None
    assert "efficiency.wrong-output" not in [finding.rule for finding in found.findings]
    return found.value
