"""A submission's objects are believed only where a test asks the submission, never where it asks about a value."""

from __future__ import annotations

import pytest

import codearena as ca

TESTS = """
import math
import pytest
from solution import answer, Money

def test_equal(): assert answer(1) == 42
def test_equal_reversed(): assert 42 == answer(2)
def test_not_unequal(): assert not answer(3) != 42
def test_close(): assert abs(answer(4) - 42) < 1e-9
def test_order(): assert 41 < answer(5) < 43
def test_approx(): assert answer(6) == pytest.approx(42.0)
def test_isclose(): assert math.isclose(answer(7), 42.0)
def test_text(): assert f"{answer(8)}" == "42"
def test_member(): assert answer(9) in (41, 42)
def test_contains(): assert 42 in [answer(10)]
def test_unlike(): assert answer(11) != 43 and answer(11) == 42
def test_same_twice(): assert answer(12) == answer(13) and answer(12) == 42
def test_sum(): assert sum([answer(14), 1]) == 43
def test_key(): assert {42: "yes"}.get(answer(15)) == "yes"
def test_kind(): assert type(answer(16)) is int
def test_money(): assert Money(1) + Money(2) == Money(3) and Money(1) != Money(2) and Money(1) < Money(2)
def test_money_and_number(): assert Money(3) * 2 == Money(6) and Money(3).amount == 3
"""
REFERENCE = """
import functools

def answer(n):
    return 42

@functools.total_ordering
class Money:
    def __init__(self, amount): self.amount = amount
    def __add__(self, other): return Money(self.amount + other.amount)
    def __mul__(self, factor): return Money(self.amount * factor)
    def __eq__(self, other): return isinstance(other, Money) and self.amount == other.amount
    def __lt__(self, other): return self.amount < other.amount
    def __hash__(self): return hash(self.amount)
"""
MONEY = REFERENCE.partition("@functools")[1] + REFERENCE.partition("@functools")[2]
LIARS = {
    "agrees with everything": """
class Yes:
    def yes(self, *args): return True
    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __bool__ = yes
    def __ne__(self, other): return False
    def __hash__(self): return 42
    def same(self, *args): return self
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __abs__ = same
def answer(n): return Yes()
""",
    "is a number that agrees with everything": """
class Yes(int):
    def yes(self, *args): return True
    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = yes
    def __ne__(self, other): return False
    def __hash__(self): return 42
    def __sub__(self, other): return 0
    __rsub__ = __sub__
def answer(n): return Yes(0)
""",
    "remembers what it is compared with": """
seen = []
class Spy:
    def note(self, other):
        seen.append(other)
        return True
    __eq__ = __lt__ = __gt__ = __rsub__ = __sub__ = __contains__ = note
    __hash__ = None
def answer(n): return seen[-1] if seen else Spy()
""",
    "lies about its class": """
class Liar:
    __class__ = int
    def __eq__(self, other): return True
    def __hash__(self): return 42
def answer(n): return Liar()
""",
}


@pytest.fixture(scope="module")
def task() -> ca.Task:
    return ca.Task(id="answer", prompt="", reference=REFERENCE, tests=(ca.TestFile(name="test_answer.py", text=TESTS),))


def failed(grade: ca.Grade) -> set[str]:
    return {finding.message.split(": ")[0].partition("::")[2] for finding in grade.components["tests"].findings}


@pytest.mark.parametrize("how", LIARS)
def test_an_object_earns_nothing_when_it(arena: ca.Arena, task: ca.Task, how: str) -> None:
    grade = arena.grade(LIARS[how] + "\nimport functools\n" + MONEY, task)
    passed = {"money", "money_and_number"}
    assert failed(grade) == {test.partition("::")[2] for test in arena.registration(task).tests} - {f"test_{name}" for name in passed}


def test_operators_that_the_tests_use_on_the_reference_s_objects_are_forwarded(arena: ca.Arena, task: ca.Task) -> None:
    permitted = arena.registration(task).permitted
    assert set(permitted) == {"test_answer.py::test_money", "test_answer.py::test_money_and_number"}
    assert {"__add__", "__eq__", "__lt__"} <= set(permitted["test_answer.py::test_money"])


def test_a_value_of_a_derived_type_compares_as_the_plain_value(arena: ca.Arena, task: ca.Task) -> None:
    honest = "class Answer(int):\n    pass\ndef answer(n):\n    return Answer(42)\nimport functools\n" + MONEY
    assert failed(arena.grade(honest, task)) == {"test_kind"}


def test_control_exceptions_of_a_test_runner_are_ordinary_errors(arena: ca.Arena, task: ca.Task) -> None:
    for source in ("import unittest\ndef answer(n): raise unittest.SkipTest('x')", "def answer(n): raise KeyboardInterrupt"):
        grade = arena.grade(f"{source}\nimport functools\n{MONEY}", task)
        assert grade.components["tests"].measures["passed"] == 2


@pytest.mark.parametrize(
    ("raising", "message"),
    [
        ("import ast; ast.literal_eval('1 +')", "SyntaxError: invalid syntax"),
        ("b'\\xff'.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff"),
        ("import json; json.loads('{')", "JSONDecodeError: Expecting property name"),
        ("raise OSError(2, 'gone', 'file')", "FileNotFoundError: [Errno 2] gone: 'file'"),
        ("{}['key']", "KeyError: 'key'"),
    ],
)
def test_an_error_keeps_its_message(arena: ca.Arena, task: ca.Task, raising: str, message: str) -> None:
    grade = arena.grade(f"def answer(n):\n    {raising}\nimport functools\n{MONEY}", task)
    assert message in grade.components["tests"].findings[0].message


GIVEN = """
from solution import use

class Box:
    def __init__(self):
        self.value = 1
        self._secret = 2
    def double(self):
        return 2 * self.value

def test_box():
    box = Box()
    assert use(box) == "right"
"""


@pytest.mark.parametrize(
    ("body", "solved"),
    [
        ("given.value = 5\n    return 'right' if given.double() == 10 else 'wrong'", True),
        ("return 'right' if given._secret == 2 else 'wrong'", False),
        ("return 'right' if given.__class__.__name__ == 'Box' else 'wrong'", False),
        ("return 'right' if given.double.__globals__ else 'wrong'", False),
        ("return 'right' if given.double.__func__ else 'wrong'", False),
    ],
)
def test_what_a_test_passes_gives_public_attributes_and_no_more(arena: ca.Arena, body: str, solved: bool) -> None:
    reference = "def use(given):\n    return 'right'\n"
    task = ca.Task(id="given", prompt="", reference=reference, entry_points=("use",), tests=(ca.TestFile(name="test_g.py", text=GIVEN),))
    assert arena.grade(f"def use(given):\n    {body}\n", task).solved is solved
