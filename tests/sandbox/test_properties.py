"""Properties: drawn once, replayed for each submission, and never to be talked round."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.config import load_config
from codearena.core.errors import InvalidTaskError
from codearena.core.plan import Entry, Profile

PROFILE = Profile(
    name="properties",
    entries=(
        Entry(scorer="compiles", role="gate"),
        Entry(scorer="tests", role="weighted"),
        Entry(scorer="integrity", role="gate"),
        Entry(scorer="properties", role="weighted"),
    ),
)
REFERENCE = """
def unique(values):
    seen = set()
    return [value for value in values if not (value in seen or seen.add(value))]

def half(n):
    if n % 2:
        raise ValueError(f"{n} is odd")
    return n // 2

class Box:
    def __init__(self, content):
        self.content = content
"""
HEAD = "import pytest\nimport reference\nimport solution\nfrom hypothesis import assume, example, given, note, settings, strategies as st\n"
SAME = """
@given(st.lists(st.integers(0, 9)))
def test_same_as_the_reference(values):
    assert solution.unique(values) == reference.unique(values)
"""
TWICE = """
@given(st.lists(st.integers(0, 9)))
def test_twice_is_once(values):
    once = unique(values)
    assert unique(once) == once
    assert len(set(once)) == len(once)
"""
RAISES = """
@given(st.integers(0, 10**6).map(lambda n: 2 * n + 1))
def test_odd_numbers_are_refused(n):
    with pytest.raises(ValueError, match="odd"):
        solution.half(n)
"""
ASSUMES = """
@given(st.integers(0, 50), st.integers(0, 50))
def test_order(a, b):
    assume(a != b)
    assert (solution.half(2 * a) < solution.half(2 * b)) == (a < b)
"""


def make(properties: str, reference: str = REFERENCE, head: str = HEAD + "from solution import unique\n") -> ca.Task:
    tests = "from solution import unique, half\ndef test_some():\n    assert unique([1, 1]) == [1]\n    assert half(4) == 2\n"
    return ca.Task(
        id="p", prompt="", reference=reference, properties=head + properties, tests=(ca.TestFile(name="test_it.py", text=tests),)
    )


def graded(arena: ca.Arena, code: str, properties: str) -> ca.Component:
    return arena.grade(code, make(properties), PROFILE).components["properties"]


@pytest.mark.parametrize("properties", [SAME, TWICE, RAISES, ASSUMES, SAME + TWICE + RAISES + ASSUMES])
def test_the_reference_holds_them_all_and_solves(arena: ca.Arena, properties: str) -> None:
    grade = arena.grade(REFERENCE, make(properties), PROFILE)
    assert grade.reward == 1.0
    assert grade.solved
    assert arena.registration(make(properties)).properties is not None


def test_they_are_three_tenths_of_being_right(arena: ca.Arena) -> None:
    wrong = REFERENCE.replace("// 2", "// 2 + (n > 100)")  # right in the tests, which only try 4
    grade = arena.grade(wrong, make(SAME + ASSUMES), PROFILE)
    assert grade.components["tests"].value == 1.0
    assert grade.components["properties"].value == 1.0  # half(2 * a) is at most 50: never above 100
    wrong = REFERENCE.replace("return [value for value in values if not (value in seen or seen.add(value))]", "return sorted({*values})")
    grade = arena.grade(wrong, make(SAME + TWICE), PROFILE)
    assert grade.components["properties"].value == 0.5  # sorted twice is sorted once
    assert not grade.solved
    assert grade.plan.idle == 0.15  # a stub that returns [] is the same twice
    assert grade.reward == pytest.approx(0.7 * (0.7 + 0.3 * 0.5 - 0.15) / 0.85, abs=1e-9)


def test_a_refuted_property_names_a_small_input(arena: ca.Arena) -> None:
    found = graded(arena, REFERENCE.replace("return [value", "return sorted(value").replace("add(value))]", "add(value)))"), SAME)
    assert re.search(r"with values=\[(\d), (\d)\]: AssertionError: assert \[\2, \1\] == \[\1, \2\]", found.findings[0].message)
    assert found.findings[0].hidden


def test_the_input_is_as_it_was_drawn_although_the_program_changes_it(arena: ca.Arena) -> None:
    after = "\n    values.append(0)\n    return found\n\ndef half"
    harmful = REFERENCE.replace("    return [", "    found = [").replace("\n\ndef half", after)
    unharmed = """
@given(st.lists(st.integers(1, 9), min_size=1))
def test_leaves_its_argument_alone(values):
    before = list(values)
    solution.unique(values)
    assert values == before
"""
    found = graded(arena, harmful, unharmed).findings[0].message
    assert re.search(r"with values=\[\d\]: AssertionError: assert \[(\d), 0\] == \[\1\]", found)


def test_shrinking_finds_the_smallest_input(tmp_path: Path) -> None:
    far = REFERENCE.replace("    seen = set()", "    seen = set()\n    if sum(values) > 60:\n        return values + [0]")
    with ca.Arena(load_config(start=tmp_path, environ={}, workers=1, thorough=True)) as arena:
        found = graded(arena, far, SAME)
    assert "with values=[" in found.findings[0].message
    drawn = found.findings[0].message.partition("values=[")[2].partition("]")[0].split(", ")
    assert sum(map(int, drawn)) == 61
    assert len(drawn) == 7


def test_shrinking_changes_no_verdict(arena: ca.Arena, tmp_path: Path) -> None:
    programs = [REFERENCE, REFERENCE.replace("// 2", "// 3"), "def unique(values):\n    while len(values) > 3: pass\n    return values\n"]
    task = dataclasses.replace(make(SAME + TWICE + RAISES), limits=ca.core.task.Limits(cpu_seconds=0.5))  # type: ignore[attr-defined]
    with ca.Arena(load_config(start=tmp_path, environ={}, workers=1, thorough=True)) as thorough:
        for code in programs:
            quick, slow = (each.grade(code, task, PROFILE) for each in (arena, thorough))
            assert (quick.reward, quick.flags) == (slow.reward, slow.flags)


@pytest.mark.parametrize(
    "code",
    [
        "raise SystemExit",
        "def unique(values):\n    raise KeyboardInterrupt\n",
        "def unique(values):\n    import os\n    os._exit(0)\n",
        "def unique(values):\n    return values if len(values) < 20 else __import__('os')._exit(0)\n",
        "def unique(values):\n    return values if len(values) < 4 else exit()\n",
        "def unique(values):\n    if len(values) > 3: raise KeyboardInterrupt\n    return values\n",
        "from hypothesis import reject\ndef unique(values):\n    reject()\n",
        "class UnsatisfiedAssumption(Exception):\n    pass\ndef unique(values):\n    raise UnsatisfiedAssumption\n",
        "class Agreeable(list):\n    def __eq__(self, other):\n        return True\ndef unique(values):\n    return Agreeable()\n",
        "def unique(values):\n    raise AssertionError\n",
    ],
)
def test_no_trick_makes_a_property_hold(arena: ca.Arena, code: str) -> None:
    assert graded(arena, code, SAME).value == 0.0


def test_answers_told_ahead_are_only_used_for_the_calls_they_were_given_for(arena: ca.Arena) -> None:
    """A property whose calls depend on what the program answers must see the answers to its own calls."""
    chain = """
@given(st.lists(st.integers(0, 9), min_size=1))
def test_chain(values):
    once = solution.unique(values)
    assert solution.unique(once + [once[-1]]) == once
"""
    turned = REFERENCE.replace("return [value", "return list(value").replace("add(value))]", "add(value)))")
    assert graded(arena, turned, chain).value == 1.0
    reversing = turned.replace("return list(", "return [*reversed([*(").replace("add(value)))", "add(value)))])]")
    assert graded(arena, reversing, chain).value == 0.0


def test_a_program_that_remembers_calls_meets_them_in_their_order(arena: ca.Arena) -> None:
    counting = REFERENCE + "\ncalls = []\n_unique = unique\ndef unique(values):\n    calls.append(values)\n    return _unique(values)\n"
    assert graded(arena, counting, SAME + TWICE).value == 1.0


KINDS = {
    "drawn inside": """
@given(st.data())
def test_it(data):
    values = data.draw(st.lists(st.integers(0, 9)))
    assert unique(values) == reference.unique(values)
""",
    "with a note": """
@given(st.lists(st.integers(0, 9)))
def test_it(values):
    note("tried")
    assert unique(values) == reference.unique(values)
""",
    "with a fixture": """
@given(st.lists(st.integers(0, 9)))
def test_it(tmp_path, values):
    assert unique(values) == reference.unique(values)
""",
    "with examples": """
@settings(max_examples=5)
@example([1, 2, 1])
@given(st.lists(st.integers(0, 9)))
def test_it(values):
    assert unique(values) == reference.unique(values)
""",
    "with parameters": """
@pytest.mark.parametrize("extra", [0, 5])
@given(values=st.lists(st.integers(0, 9)))
def test_it(extra, values):
    assert unique([extra, *values]) == reference.unique([extra, *values])
""",
    "in a class": """
class TestBox:
    @given(st.integers())
    def test_it(self, n):
        assert solution.Box(n).content == n
""",
    "without an engine": """
def test_it():
    assert unique([1, 2, 1]) == reference.unique([1, 2, 1])
""",
}


@pytest.mark.parametrize("properties", KINDS.values(), ids=KINDS.keys())
def test_properties_of_every_kind_are_run(arena: ca.Arena, properties: str) -> None:
    assert graded(arena, REFERENCE, properties).value == 1.0
    broken = REFERENCE.replace("    seen = set()", "    seen = set()\n    values = values[:1]").replace("self.content = content", "pass")
    assert graded(arena, broken, properties).value == 0.0


def test_the_same_seed_draws_the_same_for_everybody_and_another_seed_draws_others(tmp_path: Path) -> None:
    telling = (
        f"{REFERENCE}\n_unique = unique\n"
        "def unique(values):\n    return [] if len(values) > 4 and sum(values) % 7 == 3 else _unique(values)\n"
    )
    found = []
    for seed in (1, 1, 2, 3):
        with ca.Arena(load_config(start=tmp_path, environ={}, workers=1, seed=seed)) as arena:
            found.append(graded(arena, telling, SAME).findings[0].message)
    assert found[0] == found[1]
    assert len(set(found)) > 1


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        (SAME.replace("reference.unique(values)", "[]"), "fails 1 of 1 tests"),
        ("import nowhere\n", "No module named 'nowhere'"),
        ("X = unique([1])\n" + SAME, "cannot be used"),
        ("", "hold no test"),
    ],
)
def test_properties_that_do_not_work_make_an_invalid_task(arena: ca.Arena, properties: str, told: str) -> None:
    with pytest.raises(InvalidTaskError, match=told) as raised:
        arena.grade(REFERENCE, make(properties), PROFILE)
    assert "properties.py" in str(raised.value)
