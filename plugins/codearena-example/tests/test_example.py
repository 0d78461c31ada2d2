"""The example plugin, tested as any plugin can be: in an arena of its own."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import codearena_example
import pytest

import codearena as ca

HOUSE = ca.Profile(
    name="house",
    entries=(
        ca.Entry(scorer="compiles", role="gate"),
        ca.Entry(scorer="tests", role="weighted", weight=0.65),
        ca.Entry(scorer="no-print", role="weighted", weight=0.05),
    ),
)
TASK = "easy/average-list"


@pytest.fixture(scope="module")
def arena() -> Iterator[ca.Arena]:
    already = any(info.name == "example" for info in ca.Arena().plugins.infos)
    with ca.Arena(plugins=() if already else (codearena_example,)) as opened:
        yield opened


def test_code_that_prints_nothing_gets_full_marks(arena: ca.Arena) -> None:
    grade = arena.grade(arena.load_task(TASK).reference, TASK, HOUSE)
    assert grade.components["no-print"].value == 1.0
    assert grade.reward == 1.0


def test_code_that_prints_loses_the_weight(arena: ca.Arena) -> None:
    grade = arena.grade(arena.load_task(TASK).reference + "\nprint()\n", TASK, HOUSE)
    assert grade.components["no-print"].value == 0.0
    assert grade.reward == pytest.approx(0.95)


def test_a_method_called_print_is_not_print(arena: ca.Arena) -> None:
    code = arena.load_task(TASK).reference + "\ndef shown(page):\n    page.print()\n"
    assert arena.grade(code, TASK, HOUSE).components["no-print"].value == 1.0


def test_the_same_case_gets_the_same_value(arena: ca.Arena) -> None:
    code = arena.load_task(TASK).reference
    first, second = (arena.grade(code + comment, TASK, HOUSE) for comment in ("", "# again\n"))
    assert first.components["no-print"].value == second.components["no-print"].value


def test_the_scorer_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(codearena_example.no_print)) is codearena_example.no_print


def test_the_page_shows_the_module() -> None:
    here = Path(__file__).parent.parent
    module = (here / "codearena_example.py").read_text(encoding="utf-8")
    assert f"```python\n{module}```" in (here / "README.md").read_text(encoding="utf-8")
