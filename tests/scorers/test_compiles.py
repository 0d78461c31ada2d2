"""The gate of `compiles`: what is Python of a bearable shape passes, and everything else is named with its line."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

import codearena as ca
from codearena.core.case import Case, Run
from codearena.core.submission import MAX_BYTES
from codearena.scorers.compiles import MAX_DEPTH, MAX_LINES, compiles

TASK = ca.Task(id="made/task", prompt="", tests=(), reference="")


def judge(code: Any) -> ca.Evidence:
    made = compiles(Case(task=TASK, submission=ca.Submission.of(code), run=lambda: Run(results=())))
    assert isinstance(made, ca.Evidence)
    return made


def measures(code: Any) -> dict[str, float]:
    return {measure.name: measure.value for measure in judge(code).measures}


GOOD: dict[str, Any] = {
    "nothing": "",
    "a comment": "# nothing here",
    "a function": "def f(x):\n    return x + 1\n",
    "Windows line ends": "def f(x):\r\n    return x\r\n",
    "tabs": "def f(x):\n\treturn x\n",
    "a form feed": "x = 1\n\x0c\ny = 2\n",
    "other alphabets": "größe = 'π'\n",
    "an invalid escape, which only warns": "s = '\\d'\n",
    "a comparison that only warns": "if 1 is 1: pass\n",
    "a byte order mark": b"\xef\xbb\xbfx = 1\n",
    "a coding line that speaks of bytes": "# -*- coding: latin-1 -*-\ns = 'é'\n",
    "several files": {"solution.py": "import helper\n", "helper.py": "x = 1\n"},
    "a data file that is no Python": {"solution.py": "x = 1\n", "table.csv": "a,b (\n"},
    "a match statement": "match 1:\n    case int(): pass\n",
}


@pytest.mark.parametrize("what", GOOD)
def test_full_marks_for(what: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = judge(GOOD[what])
    assert (made.value, made.reason, made.findings, made.flags) == (1.0, "compiles", (), ())


BAD: dict[str, tuple[Any, str, int | None, str]] = {
    "a missing bracket": ("x = 1\ndef f(:\n    pass\n", "syntax", 2, "solution.py, line 2: SyntaxError: invalid syntax"),
    "wrong indentation": ("def f():\nreturn 1\n", "syntax", 2, "IndentationError"),
    "mixed tabs and spaces": ("if 1:\n        x = 1\n\ty = 2\n", "syntax", 3, "TabError"),
    "return outside a function": ("x = 1\nreturn x\n", "syntax", 2, "'return' outside function"),
    "await outside a function": ("await x\n", "syntax", 1, "'await' outside function"),
    "the same argument twice": ("def f(a, a): ...\n", "syntax", 1, "duplicate argument"),
    "Python 2": ("print 'hello'\n", "syntax", 1, "SyntaxError"),
    "prose": ("Here is the corrected program:\n", "syntax", 1, "SyntaxError"),
    "a fence of Markdown": ("```python\nx = 1\n```\n", "syntax", 1, "SyntaxError"),
    "a future that is not": ("from __future__ import braces\n", "syntax", 1, "not a chance"),
    "bytes that are no UTF-8": (b"s = '\xff'\n", "syntax", None, "solution.py: the text is not UTF-8"),
    "a lone surrogate": ("s = '\ud800'\n", "syntax", None, "solution.py: the text is not UTF-8"),
    "a NUL character": ("x = 1\0\n", "syntax", None, "null byte"),
    "a mistake in another file": ({"solution.py": "", "zeta.py": "x ="}, "syntax", 1, "zeta.py, line 1: SyntaxError"),
    "too many bytes": ("#" * (MAX_BYTES + 1), "shape.bytes", None, f"more than {MAX_BYTES} bytes"),
    "too many bytes in two files": ({"solution.py": "#" * MAX_BYTES, "b.py": "#"}, "shape.bytes", None, "more than"),
    "too many lines": ("\n" * (MAX_LINES + 1), "shape.lines", None, f"at most {MAX_LINES} are looked at"),
    "too many lines with old line ends": ("x\r" * (MAX_LINES + 1), "shape.lines", None, f"at most {MAX_LINES} are looked at"),
    "a chain of operators": ("x = " + "+".join("1" * (MAX_DEPTH + 5)), "shape.depth", None, f"nested deeper than {MAX_DEPTH}"),
    "a ladder of elif": ("if x: pass\n" + "elif x: pass\n" * MAX_DEPTH, "shape.depth", None, "nested deeper than"),
    "a chain of attributes": ("x" + ".a" * MAX_DEPTH, "shape.depth", None, "nested deeper than"),
    "a chain of operators without end": ("x = " + "+".join("1" * 20_000), "syntax", None, "nested too deep to be parsed"),
}


@pytest.mark.parametrize("what", BAD)
def test_nothing_and_a_finding_for(what: str) -> None:
    code, rule, line, message = BAD[what]
    made = judge(code)
    assert made.value == 0.0
    (finding,) = made.findings
    assert (finding.rule, finding.severity) == (rule, "error")
    if line is not None:
        assert finding.line == line
    assert message in finding.message
    assert made.reason == finding.message
    assert "\n" not in made.reason


EDGE = {
    "bytes": "#" * MAX_BYTES,
    "lines": "\n" * MAX_LINES,
    "lines, the last one open": "\n" * (MAX_LINES - 1) + "#",
    "lines of Windows": "\r\n" * MAX_LINES,
    "depth": "x" + ".a" * (MAX_DEPTH - 3),
}


@pytest.mark.parametrize("what", EDGE)
def test_what_is_exactly_at_the_limit_of_is_looked_at(what: str) -> None:
    assert judge(EDGE[what]).value == 1.0


def test_one_level_more_than_the_deepest_is_too_deep() -> None:
    deepest = "x" + ".a" * (MAX_DEPTH - 3)
    assert measures(deepest)["depth"] == MAX_DEPTH
    assert judge(f"{deepest}.a").value == 0.0


def test_size_lines_and_depth_are_measured() -> None:
    assert measures("x = 'é'\ny = 2\n") == {"size": 15, "lines": 2, "depth": 3}
    assert measures({"solution.py": "x = 1\n", "b.py": "f(g(1))\n"}) == {"size": 18, "lines": 2, "depth": 5}
    assert measures("x = (\n") == {"size": 6, "lines": 1}


HOSTILE = {
    "brackets": "(" * 50_000,
    "brackets that close": "(" * 150 + ")" * 150,
    "unary operators": "x = " + "-" * 20_000 + "1",
    "calls": "f" + "()" * 5_000,
    "subscripts": "x" + "[0]" * 5_000,
    "lambdas": "x = " + "lambda: " * 5_000 + "1",
    "nested functions": "".join(f"{' ' * n}def f():\n" for n in range(99)) + " " * 99 + "pass\n",
    "f-strings": "x = f'" + "{1}" * 5_000 + "'",
    "a long name": "x" * 500_000,
    "a long number": "x = " + "9" * 500_000,
    "a long hexadecimal number": "x = 0x" + "f" * 500_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_text_made_to_break_parsers_gets_a_grade(arena: ca.Arena, what: str) -> None:
    grade = arena.grade(HOSTILE[what], "easy/average-list")
    assert grade.reward == 0.0
    assert grade.components["compiles"].status is ca.Status.SCORED
    assert "scorer-crash" not in grade.flags


def test_behind_this_gate_nothing_runs(arena: ca.Arena) -> None:
    grade = arena.grade("def average(:", "easy/average-list")
    assert grade.components["tests"].status is ca.Status.SKIPPED
    assert grade.components["tests"].reason == "not run: compiles is closed"
    assert grade.resources.processes == 0
