"""What a program calls its local variables is the business of `quality` alone too."""

from __future__ import annotations

import ast
import builtins
import keyword

from hypothesis import given, settings
from hypothesis import strategies as st

import codearena as ca
from codearena.tasks.bundled import Bundled

TASKS = {task_id: Bundled().load(task_id) for task_id in ("hard/max-subarray", "medium/binary-search")}
FACTS = {
    "kadane": ("hard/max-subarray", "rest best ending_here number", True),
    "prefixes": ("hard/max-subarray", "total best number", False),
    "closed interval": ("medium/binary-search", "low high found middle", True),
    "off by one": ("medium/binary-search", "low high middle", False),
}
"""Of each function below: its task, its local variables, and whether it is right."""
TEXTS = {
    "kadane": """
def max_subarray(numbers):
    rest = iter(numbers)
    best = ending_here = next(rest, 0)
    for number in rest:
        ending_here = max(number, ending_here + number)
        best = max(best, ending_here)
    return best
""",
    "prefixes": """
def max_subarray(numbers):
    best = total = 0
    for number in numbers:
        total += number
        best = max(best, total)
    return best
""",
    "closed interval": """
def binary_search(items, target):
    low, high, found = 0, len(items) - 1, -1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == target:
            found = middle
        if items[middle] >= target:
            high = middle - 1
        else:
            low = middle + 1
    return found
""",
    "off by one": """
def binary_search(items, target):
    low, high = 0, len(items) - 1
    while low < high:
        middle = (low + high) // 2
        if items[middle] == target:
            return middle
        if items[middle] > target:
            high = middle - 1
        else:
            low = middle + 1
    return -1
""",
}
PARAMETERS = ("numbers", "items", "target")
TAKEN = {*dir(builtins), *keyword.kwlist, *PARAMETERS, "max_subarray", "binary_search"}
WORDS = ("größe", "ab_1", "_", "__", "_x", "self", "solution", "result", "λ", "test_a", "o0O0O0", "a" * 200)
names = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True) | st.sampled_from(WORDS)


class Renamer(ast.NodeTransformer):
    """Gives local variables other names."""

    def __init__(self, new: dict[str, str]) -> None:
        self.new = new

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(id=self.new.get(node.id, node.id), ctx=node.ctx), node)


def local_names(text: str) -> set[str]:
    """Return the names that the one function of ``text`` assigns to."""
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def renamed(text: str, new: dict[str, str]) -> str:
    return ast.unparse(Renamer(new).visit(ast.parse(text)))


def test_the_renamer_renames_locals_and_nothing_else() -> None:
    text = renamed(TEXTS["prefixes"], {"best": "a", "total": "b", "number": "c"})
    assert text.splitlines() == [
        "def max_subarray(numbers):",
        "    a = b = 0",
        "    for c in numbers:",
        "        b += c",
        "        a = max(a, b)",
        "    return a",
    ]
    assert {name: local_names(text) for name, text in TEXTS.items()} == {name: set(row[1].split()) for name, row in FACTS.items()}


def graded(arena: ca.Arena, which: str, text: str) -> ca.Grade:
    task = TASKS[FACTS[which][0]]
    assert task is not None
    return arena.grade(text, task)


def paid(grade: ca.Grade) -> dict[str, float]:
    return {share.name: share.points for share in grade.shares if share.name != "quality"}


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_renaming_locals_changes_neither_what_is_paid_beside_quality_nor_what_the_tests_say(arena: ca.Arena, data: st.DataObject) -> None:
    which = data.draw(st.sampled_from(sorted(TEXTS)))
    old = sorted(local_names(TEXTS[which]))
    free = names.filter(lambda name: name not in TAKEN)
    new = data.draw(st.lists(free, min_size=len(old), max_size=len(old), unique=True))
    before = graded(arena, which, TEXTS[which])
    after = graded(arena, which, renamed(TEXTS[which], dict(zip(old, new, strict=True))))
    assert paid(after) == paid(before)
    assert after.solved == before.solved
    for name in before.components.keys() - {"quality"}:
        assert (name, after.components[name].value) == (name, before.components[name].value)
    assert [each.message for each in after.components["tests"].findings] == [each.message for each in before.components["tests"].findings]


def test_these_programs_are_right_and_wrong(arena: ca.Arena) -> None:
    for which, (_, _, right) in FACTS.items():
        grade = graded(arena, which, TEXTS[which])
        assert grade.solved == right, which
        assert grade.components["tests"].measures["passed"] > 0, which
