"""One more test that the reference passes never costs the reference anything."""

from __future__ import annotations

import ast
import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

import codearena as ca
from codearena.tasks.bundled import Bundled

IDS = [task_id for task_id in Bundled().ids() if (task := Bundled().load(task_id)) is not None and task.tests]


def loaded(task_id: str) -> ca.Task:
    task = Bundled().load(task_id)
    assert task is not None
    return task


def part(file: ca.TestFile, chosen: int) -> str:
    """Return the file with only one of its test functions, which one ``chosen`` says."""
    tree = ast.parse(file.text)
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test")]
    kept = tests[chosen % len(tests)] if tests else None
    tree.body = [node for node in tree.body if node is kept or node not in tests]
    return ast.unparse(tree) + "\n"


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(IDS), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=3))
def test_adding_a_passing_test_never_lowers_the_reference(arena: ca.Arena, task_id: str, picks: list[tuple[int, int]]) -> None:
    task = loaded(task_id)
    # Without what takes long to learn of a task and has no part in this.
    bare = dataclasses.replace(task, properties="", workload="")
    files = [file for file in task.tests if file.name.startswith("test_")]
    parts = [part(files[which % len(files)], chosen) for which, chosen in picks]
    added = tuple(ca.TestFile(name=f"test_added_{number}.py", text=text) for number, text in enumerate(parts))
    grade = arena.grade(task.reference, dataclasses.replace(bare, tests=(*task.tests, *added)))
    assert grade.reward == 1.0
    assert grade.components["tests"].measures["total"] > arena.grade(task.reference, bare).components["tests"].measures["total"]
