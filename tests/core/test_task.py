"""A task is named by all that can change a grade, and shows a solver only what a solver may see."""

from __future__ import annotations

import ast
import dataclasses
import json
import pickle
from typing import Any

import pytest

from codearena.core.task import Limits, Task, TestFile

SECRET = "what only a hidden test knows"
VISIBLE = TestFile(name="test_visible.py", text="def test_one():\n    assert True\n")
HIDDEN = TestFile(name="test_hidden.py", text=f"def test_two():\n    assert {SECRET!r}\n")
MIXED = f'''"""Some are shown."""
import pytest

from solution import f

VALUES = [1, 2]


@pytest.mark.visible
def test_shown():
    assert f(1) == 2


@pytest.mark.parametrize("value", [3, 4])
def test_kept_back(value):
    assert f(value), {SECRET!r}


class TestGroup:
    def test_inside(self):
        assert {SECRET!r}


async def test_waiting():
    assert {SECRET!r}


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.visible
def test_shown_as_well(value):
    assert f(value) == value + 1


def helper():
    return 1


def test_last(): assert {SECRET!r}
'''


def make(**changes: Any) -> Task:
    fields: dict[str, Any] = {
        "id": "made/task",
        "prompt": "Add one.",
        "tests": (HIDDEN, VISIBLE),
        "reference": "def f(x):\n    return x + 1\n",
        "starter": "def f(x):\n    return x\n",
        "version": "1",
        "title": "Add one",
        "entry_points": ("f",),
        "tags": ("arithmetic",),
        "right": (("other.py", "f = (1).__add__\n"),),
        "wrong": (("same.py", "def f(x):\n    return x\n"),),
    }
    return Task(**(fields | changes))


def shown(text: str, name: str = "test_it.py") -> str:
    """Return what a solver sees of a test file."""
    return "".join(file.text for file in make(tests=(TestFile(name=name, text=text),)).view().tests)


def names_of_tests(text: str) -> list[str]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, kinds) and node.name.lower().startswith("test")]


# ---------------------------------------------------------------------------------------------------- digest


@pytest.mark.parametrize(
    "change",
    [
        {"id": "made/other"},
        {"version": "2"},
        {"language": "rust"},
        {"starter": ""},
        {"reference": "f = (1).__add__\n"},
        {"entry_points": ("f", "g")},
        {"tests": (HIDDEN,)},
        {"tests": (VISIBLE, HIDDEN)},
        {"tests": (dataclasses.replace(HIDDEN, name="test_others.py"), VISIBLE)},
        {"tests": (dataclasses.replace(HIDDEN, text=f"{HIDDEN.text}#"), VISIBLE)},
        {"limits": Limits(cpu_seconds=4.0)},
        {"limits": Limits(memory_mb=64)},
        {"limits": Limits(processes=2)},
        {"limits": Limits(output_bytes=10)},
    ],
    ids=str,
)
def test_what_can_change_a_grade_changes_the_digest(change: dict[str, Any]) -> None:
    assert make(**change).digest != make().digest


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "Add 1."},
        {"title": "Plus one"},
        {"difficulty": "hard"},
        {"family": "sums"},
        {"tags": ()},
        {"license": "MIT"},
        {"source": "a book"},
        {"right": ()},
        {"wrong": ()},
    ],
    ids=str,
)
def test_prose_tags_and_variants_leave_the_digest_alone(change: dict[str, Any]) -> None:
    assert make(**change).digest == make().digest


# ---------------------------------------------------------------------------------------------------- view


def test_a_view_holds_neither_hidden_tests_nor_the_reference_nor_variants() -> None:
    task = make(tests=(HIDDEN, VISIBLE, TestFile(name="helpers.py", text=f"x = {SECRET!r}\n")))
    assert task.view().tests == (VISIBLE,)
    assert not {"reference", "right", "wrong"} & {field.name for field in dataclasses.fields(task.view())}
    assert SECRET not in repr(task.view())
    assert task.reference not in repr(task.view())


def test_a_view_holds_what_a_solver_needs() -> None:
    task, view = make(limits=Limits(cpu_seconds=1.0)), make(limits=Limits(cpu_seconds=1.0)).view()
    names = [field.name for field in dataclasses.fields(view) if field.name != "tests"]
    assert {"id", "prompt", "starter", "limits", "entry_points"} <= set(names)
    assert all(getattr(view, name) == getattr(task, name) for name in names)


def test_of_a_file_with_both_kinds_only_marked_tests_are_shown() -> None:
    text = shown(MIXED)
    assert names_of_tests(text) == ["test_shown", "test_shown_as_well"]
    assert SECRET not in text
    assert "from solution import f" in text
    assert "VALUES = [1, 2]" in text
    assert "def helper():" in text


def test_a_class_of_tests_is_shown_when_the_class_is_marked() -> None:
    text = shown(f"import pytest\n\n@pytest.mark.visible\nclass TestA:\n    def test_a(self): ...\n\nclass TestB:\n    x = {SECRET!r}\n")
    assert names_of_tests(text) == ["TestA", "test_a"]
    assert SECRET not in text


@pytest.mark.parametrize(
    "text",
    [
        HIDDEN.text,
        "# nothing here is visible\n" + HIDDEN.text,
        f"import pytest\n\n@pytest.mark.slow\ndef test_visible_name():\n    assert {SECRET!r}\n",
    ],
    ids=["no mark", "the word in a comment", "the word in a name"],
)
def test_a_file_without_a_marked_test_is_not_shown_at_all(text: str) -> None:
    assert make(tests=(TestFile(name="test_it.py", text=text),)).view().tests == ()


MARKED = "import pytest\nimport unittest\n\n@pytest.mark.visible\ndef test_shown():\n    assert 1\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"PAGES = '''one\x0ctwo'''\n{MARKED}\ndef test_hidden():\n    assert {SECRET!r}\n",
        f"LINES = '''one\u2028two'''\n{MARKED}\ndef test_hidden():\n    assert {SECRET!r}\n",
        f"{MARKED}\nif True:\n    def test_hidden():\n        assert {SECRET!r}\n",
        f"{MARKED}\ntry:\n    import numpy\nexcept ImportError:\n    class TestIt:\n        def test_it(self):\n            {SECRET!r}\n",
        f"{MARKED}\nclass Hidden(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual('', {SECRET!r})\n",
        f"{MARKED}\nclass Base(unittest.TestCase): ...\nclass Hidden(Base):\n    def test_it(self):\n        assert {SECRET!r}\n",
        f"{MARKED}\ntest_hidden = lambda: f({SECRET!r})\n",
    ],
    ids=[
        "a form feed above",
        "a line separator above",
        "inside if",
        "inside try",
        "a unittest class of any name",
        "a class below one of unittest",
        "an assignment",
    ],
)
def test_a_hidden_test_stays_hidden_with(text: str) -> None:
    assert SECRET not in shown(text)


def test_a_test_file_that_does_not_parse_shows_nothing() -> None:
    assert shown("visible (\n") == ""


# ---------------------------------------------------------------------------------------------------- values


def test_a_task_comes_back_from_json_and_from_a_pickle() -> None:
    task = make(limits=Limits(cpu_seconds=0.5, memory_mb=64, processes=3, output_bytes=7), difficulty="hard", family="made")
    text = json.dumps(task.to_dict())
    for again in (Task.from_dict(json.loads(text)), pickle.loads(pickle.dumps(task))):
        assert again == task
        assert again.digest == task.digest
        assert again.view() == task.view()
        assert json.dumps(again.to_dict()) == text


def test_a_record_of_only_what_is_needed_is_a_task() -> None:
    record = {"id": "x", "prompt": "", "reference": "f = 1\n", "tests": [{"name": "test_a.py", "text": "def test_a(): ...\n"}]}
    made = Task.from_dict(record)
    assert made == Task(id="x", prompt="", reference="f = 1\n", tests=(TestFile(name="test_a.py", text="def test_a(): ...\n"),))
    assert (made.version, made.difficulty, made.language, made.limits) == ("1", "medium", "python", Limits())


@pytest.mark.parametrize("missing", ["id", "prompt", "reference", "tests"])
def test_a_record_needs(missing: str) -> None:
    record = make().to_dict()
    del record[missing]
    with pytest.raises((KeyError, TypeError), match=missing):
        Task.from_dict(record)


@pytest.mark.parametrize(("cpu", "wall"), [(5.0, 11.0), (0.5, 2.0), (1.0, 3.0)])
def test_wall_clock_is_twice_the_cpu_limit_and_a_second(cpu: float, wall: float) -> None:
    assert Limits(cpu_seconds=cpu).wall_seconds == wall


@pytest.mark.parametrize(
    ("name", "visible"), [("test_visible.py", True), ("test_visible_more.py", True), ("test_hidden.py", False), ("visible_test.py", False)]
)
def test_a_file_is_visible_by_its_name(name: str, visible: bool) -> None:
    assert TestFile(name=name, text="").visible is visible


@pytest.mark.parametrize(("value", "name"), [(make(), "id"), (make().limits, "memory_mb"), (VISIBLE, "text"), (make().view(), "prompt")])
def test_a_task_does_not_change(value: Any, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, "other")
