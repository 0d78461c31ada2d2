"""The house style that a number can hold: short files, short functions, and a docstring on all that is public."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import codearena

PACKAGE = Path(codearena.__file__).parent
FILES = sorted(path for path in PACKAGE.rglob("*.py") if PACKAGE / "tasks" / "suite" not in path.parents)
MAX_FILE, MAX_FUNCTION = 500, 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


def in_package(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_public(node: ast.AST) -> bool:
    return isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")


def undocumented(path: Path) -> Iterator[str]:
    """Yield the public classes, functions and methods of a file that say nothing.

    A method that takes the place of a documented one promises what that one does.
    """
    tree = parsed(path)
    if not ast.get_docstring(tree):
        yield "the module"
    for node in filter(is_public, tree.body):
        assert isinstance(node, Function | ast.ClassDef)
        if not ast.get_docstring(node) and not has_slot_for_docstring(node):
            yield node.name
        if isinstance(node, ast.ClassDef):
            silent = [each.name for each in node.body if isinstance(each, Function) and is_public(each) and not ast.get_docstring(each)]
            yield from (f"{node.name}.{name}" for name in silent if not inherits_docstring(path, node.name, name))


def has_slot_for_docstring(node: ast.AST) -> bool:
    """Whether instances carry docstrings of their own, which leaves no room for one of the class."""
    return isinstance(node, ast.ClassDef) and any(
        isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "__slots__" and "__doc__" in ast.unparse(each.value)
        for each in node.body
    )


def inherits_docstring(path: Path, owner: str, name: str) -> bool:
    module = importlib.import_module(".".join(("codearena", *path.relative_to(PACKAGE).with_suffix("").parts)))
    return bool(inspect.getdoc(getattr(getattr(module, owner), name)))


@pytest.mark.parametrize("path", FILES, ids=in_package)
def test_a_file_fits_into_a_head(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_FILE, f"{lines} lines; find what can stand alone"


@pytest.mark.parametrize("path", FILES, ids=in_package)
def test_no_function_needs_scrolling(path: Path) -> None:
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, Function)]
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert not {name: size for name, size in sizes.items() if size > MAX_FUNCTION}


@pytest.mark.parametrize("path", FILES, ids=in_package)
def test_what_is_public_says_what_it_promises(path: Path) -> None:
    assert not list(undocumented(path))
