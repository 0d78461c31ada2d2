"""astroid's tree of a text from which nothing can be reached but the built-ins.

Built without comments, transforms and attribute assignments, and every import in it leads nowhere. See `pylint_check`.
"""

from __future__ import annotations

import ast
from typing import Any, NoReturn

import astroid
from astroid import nodes
from astroid.builder import AstroidBuilder
from astroid.exceptions import AstroidImportError
from astroid.rebuilder import TreeRebuilder

NAME = "submission"
"""What the module is called, whose text it ever is."""


def build(tree: ast.Module) -> nodes.Module:
    """Return what astroid builds of ``tree``, as if every import in it failed; ``tree`` is as it was before."""
    rebuilder, builder = _Rebuilder(), AstroidBuilder(astroid.MANAGER, apply_transforms=False)
    try:
        module = rebuilder.visit_module(tree, NAME, "<?>", False)  # noqa: FBT003 (its only spelling)
    finally:
        rebuilder.restore()
    module.import_module = _refuse
    for node, names in rebuilder._import_from_nodes:  # noqa: SLF001 (as in `AstroidBuilder._post_build`)
        if node.modname == "__future__":
            module.future_imports.update(name for name, _ in node.names)
        builder.add_from_names_to_locals(node, names)
    return module


def _refuse(name: str, **_: object) -> NoReturn:
    raise AstroidImportError("{modname} is not looked at", modname=name)


class _Rebuilder(TreeRebuilder):  # type: ignore[misc]
    """astroid's, which takes docstrings out of the bodies that it is given, and here puts them back."""

    def __init__(self) -> None:
        super().__init__(astroid.MANAGER, None)
        self._bodies: list[tuple[Any, list[ast.stmt]]] = []

    def _get_doc(self, node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[ast.AST, ast.Constant | None]:
        self._bodies.append((node, node.body))
        taken: tuple[ast.AST, ast.Constant | None] = super()._get_doc(node)
        return taken

    def restore(self) -> None:
        """Leave the syntax tree as it was."""
        for node, body in self._bodies:
            node.body = body
