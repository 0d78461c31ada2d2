"""The analysers share trees and stay loaded: none leaves anything for another, and no text anything for the next."""

from __future__ import annotations

import ast
import gc
from collections.abc import Callable

import astroid
import pytest

from codearena.scorers.complexity import measure
from codearena.scorers.tools import (
    Guarded,
    ToolFailed,
    bandit_scan,
    maintainability,
    parse,
    pep8,
    pylint_check,
    pylint_shortcuts,
    pylint_tree,
)

SHARED = '''"""Say."""
class C:
    """Say."""
    def f(self, x="a"):
        """Say."""
        match x:
            case 1 if "s":
                exec(x)
'''
TOOLS: list[Callable[[str], object]] = [
    bandit_scan.scan,
    pep8.check,
    pylint_check.check,
    lambda text: measure({"solution.py": text}),
    lambda text: maintainability.index([parse(text)]),
]


def checks(text: str) -> list[str]:
    return [message.check for message in pylint_check.check(text)]


# ------------------------------------------------------------------------------------------------ trees


@pytest.mark.parametrize("text", ["", "x = 1\n", SHARED])
def test_no_analyser_changes_the_tree_that_others_get(text: str) -> None:
    before = ast.dump(ast.parse(text), include_attributes=True)
    for tool in TOOLS * 2:
        tool(text)
        assert ast.dump(parse(text), include_attributes=True) == before


def test_a_tree_is_shared_until_an_analyser_is_stopped() -> None:
    tree = parse(SHARED)
    assert parse(SHARED) is tree
    with pytest.raises(ToolFailed), Guarded("it"):
        raise ValueError
    assert parse(SHARED) is not tree


def test_no_large_tree_is_kept() -> None:
    text = "x = 1\n" * 20_000
    assert parse(text) is not parse(text)


# ------------------------------------------------------------------------------------------------ pylint


REACHING = {
    "a built-in's method": "list.sort = exit",
    "a new member of a built-in": "list.zap = exit",
    "a class of exceptions": "Exception.__init__ = 5",
    "an import": "import tkinter, asyncio; asyncio.x = 1",
}


@pytest.mark.parametrize("what", REACHING)
def test_no_quoted_annotation_reaches_beyond_its_text(what: str) -> None:
    def known() -> object:
        builtins = astroid.MANAGER.builtins_module
        return set(astroid.MANAGER.astroid_cache), [list(map(len, builtins[name].locals.values())) for name in ("list", "Exception")]

    innocent = "x = []\nx.zap()\nx.sort()\nprint(x)\n"
    assert checks(innocent) == []
    before = known()
    assert checks(f"def f(x: {REACHING[what]!r}):\n    return x\n") == []
    assert known() == before
    assert checks(innocent) == []


def test_names_in_quoted_annotations_are_used() -> None:
    start = "import os\nfrom typing import Literal\n\n\n"
    assert checks(start + "def f(x: 'os.PathLike', y: Literal['x']):\n    return x, y\n") == []
    assert checks(start + "def f(x: Literal['os']):\n    return x\n") == ["unused-import"]
    for broken in ("?", " ", "(", "\\0", "x ="):
        assert checks(start + f"def f(x: '{broken}', y: Literal):\n    return x, y\n") == ["unused-import"]


def test_no_tree_of_a_text_outlives_the_next() -> None:
    def trees() -> int:
        gc.collect()
        return sum(type(each) is astroid.nodes.Module and each.name == pylint_tree.NAME for each in gc.get_objects())

    remembered = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import os\n\n\ndef f():\n    return os.path\n"
    checks(remembered)
    few = trees()
    for number in range(5):
        checks(f"{remembered}# {number}\n")
    assert trees() <= few


def test_no_name_of_a_text_outlives_the_next() -> None:
    checks("def long():\n    return 1\n")
    checks("def short():\n    return 1\n")
    assert [set(vars(each)["_return_nodes"]) for each, _ in pylint_check._linter()._opened if "_return_nodes" in vars(each)] == [{"short"}]


def test_a_walk_that_is_stopped_leaves_nothing_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise ValueError

    with monkeypatch.context() as patch:
        patch.setattr(pylint_shortcuts._Variables, "_check_metaclasses", stop)
        with pytest.raises(ToolFailed):
            checks("def f(x: 'os.path'):\n    return x\n")
    assert checks("import os\n") == ["unused-import"]
