"""What a task says of a program, and what is refused."""

from __future__ import annotations

import dataclasses

import pytest

import codearena as ca
from codearena.core.errors import InvalidTaskError
from codearena.core.programs import Comparison, ProgramCase, read_cases

LINE = '{"stdin": "1 2\\n", "stdout": "3\\n"}'


def test_a_case_is_hidden_and_called_by_its_line_unless_it_says_otherwise() -> None:
    cases = read_cases(f'{LINE}\n\n{{"stdout": "x", "name": "nothing read", "visible": true}}\n', "cases.jsonl")
    assert cases == (
        ProgramCase(stdin="1 2\n", stdout="3\n", name="1"),
        ProgramCase(stdin="", stdout="x", name="nothing read", visible=True),
    )
    assert read_cases("", "cases.jsonl") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LINE + "\n{", r"line 2: not JSON"),
        ("[1]", "expected an object with stdin and stdout, not list"),
        ('{"stdin": "1"}', "stdout is missing"),
        ('{"stdin": 1, "stdout": ""}', "stdin must be a text, not 1"),
        ('{"stdout": "", "visible": 1}', "visible must be true or false, not 1"),
        ('{"stdout": "", "stdn": ""}', r"unknown key 'stdn' \(did you mean 'stdin'\?\)"),
        ('{"stdout": "", "name": ""}', "name must be a short line"),
        ('{"stdout": "", "name": "a"}\n{"stdout": "", "name": "a"}', "two cases are called 'a'"),
    ],
)
def test_what_is_no_case_is_refused_by_its_line(text: str, told: str) -> None:
    with pytest.raises(InvalidTaskError, match=told) as raised:
        read_cases(text, "cases.jsonl")
    assert "cases.jsonl" in str(raised.value)


@pytest.mark.parametrize(
    "settings",
    [{"whitespace": "loose"}, {"floats": -1}, {"floats": 2}, {"floats": True}, {"order": 1}, {"whitespace": "exact", "order": False}],
)
def test_what_is_no_comparison_is_refused(settings: dict[str, object]) -> None:
    with pytest.raises(InvalidTaskError):
        Comparison(**settings)  # type: ignore[arg-type]


def test_a_program_has_cases_and_nothing_else() -> None:
    task = ca.Task(id="p", prompt="", reference="print(1)\n", cases=(ProgramCase(stdin="", stdout="1", name="1"),))
    for more in ({"tests": (ca.TestFile(name="test_x.py", text=""),)}, {"properties": "x"}, {"workload": "x"}):
        with pytest.raises(InvalidTaskError, match="has cases for a program"):
            dataclasses.replace(task, **more)  # type: ignore[arg-type]
    assert ca.Task.from_dict(task.to_dict()) == task
    assert dataclasses.replace(task, comparison=Comparison(floats=0.1)).digest != task.digest
    assert task.view().cases == ()
