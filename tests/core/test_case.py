"""What a scorer is given: facts of the text, parsed once, and the outcome of the tests."""

from __future__ import annotations

from typing import Any

import pytest

from codearena.core.case import Case, Run, Source, TestResult
from codearena.core.errors import JudgeUnavailable
from codearena.core.grade import Resources
from codearena.core.submission import Submission
from codearena.core.task import Task

CALLS = """
import os
from os import system

print("one")
os.system("two")
page.print("not the one"), rows[0].print(), make().print()
def f():
    return print(
        print(3),
    )
@print
def g(): ...
name = print
print
"""
IMPORTS = """
import os, os.path, json.decoder as decoder
from collections import abc
from . import sibling
from .near import thing
from xml.dom import minidom
def inner():
    import math
"""


def result(passed: bool, name: str = "test_a.py::test_a") -> TestResult:
    return TestResult(id=name, passed=passed, visible=True)


@pytest.mark.parametrize(
    ("results", "ratio"),
    [((), 0.0), ((True,), 1.0), ((False,), 0.0), ((True, False, False, False), 0.25), ((True, True, False), 2 / 3)],
)
def test_the_ratio_is_the_share_of_promised_tests_that_passed(results: tuple[bool, ...], ratio: float) -> None:
    assert Run(results=tuple(map(result, results))).ratio == ratio


def test_a_run_without_trouble_says_nothing() -> None:
    assert (Run(results=()).flags, Run(results=()).reason, Run(results=()).resources) == ((), "", Resources())


@pytest.mark.parametrize(
    ("name", "lines"),
    [("print", [5, 9, 10]), ("os.system", [6]), ("system", []), ("page.print", [7]), ("f", []), ("make", [7]), ("", [])],
)
def test_calls_are_found_by_the_name_they_are_written_with(name: str, lines: list[int]) -> None:
    assert Source(CALLS).calls(name) == lines


def test_imports_are_named_by_their_outermost_module() -> None:
    assert Source(IMPORTS).imports == {"os", "json", "collections", "xml", "math"}


def test_a_text_is_parsed_once() -> None:
    source = Source("x = 1\n")
    assert source.tree is source.tree
    assert source.imports is source.imports


@pytest.mark.parametrize(("text", "error"), [("def f(:\n", SyntaxError), ("x = '\0'", (SyntaxError, ValueError))])
def test_a_text_that_is_no_python_has_no_tree(text: str, error: Any) -> None:
    with pytest.raises(error):
        _ = Source(text).tree


def test_a_case_holds_the_facts_of_the_main_file() -> None:
    submission = Submission.of({"solution.py": "import os\n", "helper.py": "import json\n"})
    case = Case(task=Task(id="t", prompt="", tests=(), reference=""), submission=submission, run=lambda what="tests": Run(results=()))
    assert case.source.text == "import os\n"
    assert case.source is case.source


def test_options_are_empty_and_cannot_be_written_where_a_profile_gives_none() -> None:
    case: Any = Case(
        task=Task(id="t", prompt="", tests=(), reference=""), submission=Submission.of(""), run=lambda what="tests": Run(results=())
    )
    assert dict(case.options) == {}
    with pytest.raises(TypeError):
        case.options["width"] = 100


def test_without_a_judge_nobody_answers() -> None:
    case = Case(
        task=Task(id="t", prompt="", tests=(), reference=""), submission=Submission.of(""), run=lambda what="tests": Run(results=())
    )
    with pytest.raises(JudgeUnavailable, match="no judge is configured; set judge_url and judge_model"):
        case.ask({"messages": []})
