"""Shortcuts through pylint's checkers: what can lead to none of our checks is not worked out.

pylint asks of a callback whether one of its messages is on; if so, it works out what the others need as well, and most of
that is inference. A shortcut says sooner what pylint would say, or hands over to it. What another version calls by another
name is not shortened. All of it is held against pylint itself in tests/scorers/test_plain_analysers.py.
"""

from __future__ import annotations

import ast
import itertools
import textwrap
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from astroid import nodes
from pylint.checkers import BaseChecker, utils
from pylint.checkers.base.basic_checker import BasicChecker
from pylint.checkers.base.comparison_checker import ComparisonChecker
from pylint.checkers.exceptions import ExceptionsChecker
from pylint.checkers.imports import ImportsChecker
from pylint.checkers.refactoring.recommendation_checker import RecommendationChecker
from pylint.checkers.refactoring.refactoring_checker import RefactoringChecker
from pylint.checkers.variables import NamesConsumer, VariablesChecker, VariableVisitConsumerAction
from pylint.lint import PyLinter
from pylint.utils import ASTWalker

from codearena.scorers.tools.pylint_tree import build

_CLOSURES = (nodes.FunctionDef, nodes.Lambda)
_REPEATED = (nodes.For, nodes.ComprehensionScope)

Callbacks = tuple[Callable[[nodes.NodeNG], None], ...]


def shorten(checker: BaseChecker) -> None:
    """Let ``checker`` take the shortcuts that there are for one of its kind."""
    checker.__class__ = _SHORTER.get(type(checker), type(checker))


def _idle(*_: object, **__: object) -> None:
    """Do nothing, in place of what leads only to messages that are off."""


class Walker(ASTWalker):  # type: ignore[misc]
    """Calls what is not idle, in pylint's order."""

    def __init__(self, linter: PyLinter) -> None:
        super().__init__(linter)
        self._called: dict[type, tuple[Callbacks, Callbacks]] = {}

    def walk(self, astroid: nodes.NodeNG) -> None:
        """Call what is to be called for ``astroid`` and what is below it."""
        kind = type(astroid)
        called = self._called.get(kind)
        if called is None:
            called = self._called[kind] = self._calls(kind.__name__.lower())
        visits, leaves = called
        for callback in visits:
            callback(astroid)
        for child in astroid.get_children():
            self.walk(child)
        for callback in leaves:
            callback(astroid)

    def _calls(self, kind: str) -> tuple[Callbacks, Callbacks]:
        visits, leaves = self.visit_events.get(kind, ()), self.leave_events.get(kind, ())
        return tuple(filter(_is_busy, visits)), tuple(filter(_is_busy, leaves))


def _is_busy(callback: Callable[[nodes.NodeNG], None]) -> bool:
    return getattr(callback, "__func__", None) is not _idle


# ------------------------------------------------------------------------------------------------ the smaller checkers


class _Basic(BasicChecker):  # type: ignore[misc]
    text = ""
    """The text that is checked: to be set before the walk."""

    _check_misplaced_format_function = _check_redeclared_assign_name = _check_reversed = visit_module = _idle

    def visit_call(self, node: nodes.Call) -> None:
        """Look for what stands after a call that never returns."""
        if node.next_sibling() is not None and not self._certainly_returns(node.func):
            super().visit_call(node)

    def _certainly_returns(self, function: nodes.NodeNG) -> bool:
        if isinstance(function, nodes.Name):
            return all(map(_returns, function.lookup(function.name)[1] or (None,)))
        return isinstance(function, nodes.Attribute) and self._is_foreign(function.attrname)

    def _is_foreign(self, name: str) -> bool:
        """Whether only a built-in type can have an attribute of that name, since nothing in the text binds it.

        What binds it stands there without a dot; only `type`, called for a class, could be given it in another spelling.
        """
        text = self.text
        if name.startswith("_") or "type" in text or not text.isascii():
            return False
        return text.count(name) == text.count("." + name)


def _returns(definition: nodes.NodeNG | None) -> bool:
    """Whether a call of what is defined returns, for all that pylint knows: whatever would say otherwise had to be imported."""
    return isinstance(definition, nodes.FunctionDef | nodes.ClassDef)


class _Comparison(ComparisonChecker):  # type: ignore[misc]
    _check_callable_comparison = _check_constants_comparison = _check_literal_comparison = _check_nan_comparison = _idle


class _Exceptions(ExceptionsChecker):  # type: ignore[misc]
    _check_catching_non_exception = _check_try_except_raise = _idle


class _Imports(ImportsChecker):  # type: ignore[misc]
    _check_import_as_rename = _check_misplaced_future = _check_position = _check_preferred_module = _check_toplevel = _idle
    check_deprecated_module = _idle
    # It would look at the modules that are imported, of which there are none here.
    _get_imported_module = _idle
    # They keep what the order of imports is judged by.
    _record_import = visit_assign = visit_assignattr = visit_asyncfunctiondef = visit_classdef = visit_comprehension = _idle
    visit_expr = visit_for = visit_functiondef = visit_ifexp = visit_module = visit_while = _idle


class _Recommendation(RecommendationChecker):  # type: ignore[misc]
    _check_consider_using_dict_items = _check_use_sequence_for_iteration = _idle


class _Refactoring(RefactoringChecker):  # type: ignore[misc]
    _check_consider_get = _check_consider_using_min_max_builtin = _check_nested_blocks = _check_return_at_the_end = _idle
    _check_superfluous_else_break = _check_superfluous_else_continue = _idle
    _check_superfluous_else_raise = _check_superfluous_else_return = _idle

    def visit_functiondef(self, node: nodes.FunctionDef) -> None:
        """Collect the returns, which no expression holds."""
        self._return_nodes[node.name] = list(node._get_return_nodes_skip_functions())  # noqa: SLF001

    def _is_node_return_ended(self, node: nodes.NodeNG) -> bool:
        if isinstance(node, nodes.FunctionDef) and any(isinstance(each, nodes.Return) for each in node.body):
            return True  # whatever else stands there
        return bool(super()._is_node_return_ended(node))


# ------------------------------------------------------------------------------------------------ names


class _Variables(VariablesChecker):  # type: ignore[misc]
    _check_unused_arguments = _loopvar_name = visit_assign = visit_subscript = _idle
    # They look for types in comments, which no tree of ours has.
    leave_assign = leave_for = leave_with = visit_arguments = _idle

    def visit_name(self, node: nodes.Name) -> None:
        """Use up what the name is bound to, if any scope around binds it."""
        name = node.name
        if any(name in scope.to_consume or name in scope.consumed for scope in self._to_consume):
            super().visit_name(node)

    def visit_const(self, node: nodes.Const) -> None:
        """Take note of names in a quoted annotation.

        pylint would have astroid read it as a module, which looks at what that imports, and leaves what that assigns.
        """
        if not isinstance(node.value, str) or not utils.is_node_in_type_annotation_context(node) or _is_literal(node):
            return
        with suppress(SyntaxError, ValueError):
            body = build(ast.parse(textwrap.dedent(node.value))).body
            if body:
                self._store_type_annotation_node(body[-1].value if isinstance(body[-1], nodes.Expr) else body[-1])

    def leave_functiondef(self, node: nodes.FunctionDef) -> None:
        """Look for variables that are not used, unless only arguments are left."""
        unused = self._to_consume[-1].to_consume
        if unused and not unused.keys() <= set(node.argnames()):
            super().leave_functiondef(node)
            return
        self._check_metaclasses(node)
        self._to_consume.pop()

    leave_asyncfunctiondef = leave_functiondef

    def _should_node_be_skipped(self, node: nodes.Name, consumer: NamesConsumer, is_start_index: bool) -> bool:  # noqa: FBT001
        if node.name not in consumer.to_consume and node.name not in consumer.consumed:
            return True  # it has nothing to say of the name
        return bool(super()._should_node_be_skipped(node, consumer, is_start_index))

    def _check_consumer(
        self, node: nodes.Name, stmt: nodes.NodeNG, frame: nodes.NodeNG, current_consumer: NamesConsumer, base_scope_type: str
    ) -> tuple[VariableVisitConsumerAction, list[nodes.NodeNG] | None]:
        if node.name in current_consumer.consumed:
            self._check_late_binding_closure(node)
            return VariableVisitConsumerAction.RETURN, None
        if _is_plain_use(node, stmt, current_consumer):
            vars(current_consumer).update(_ALL_CERTAIN)
        else:
            for method in _ALL_CERTAIN:
                vars(current_consumer).pop(method, None)
        said: tuple[VariableVisitConsumerAction, list[nodes.NodeNG] | None]
        said = super()._check_consumer(node, stmt, frame, current_consumer, base_scope_type)
        return said

    @staticmethod
    def _is_variable_violation(*about: Any) -> tuple[bool, bool, bool]:  # noqa: ANN401 (what pylint gives it)
        """Whether it may be used before it is bound matters only where another binding may be meant then."""
        _, _, stmt, defstmt, _, defframe, *_ = about
        if stmt is defstmt or isinstance(defstmt, nodes.Delete) or isinstance(defframe, nodes.ClassDef):
            said: tuple[bool, bool, bool] = VariablesChecker._is_variable_violation(*about)  # noqa: SLF001
            return said
        return False, False, False

    def _check_late_binding_closure(self, node: nodes.Name) -> None:
        if _sees_changes(node):
            super()._check_late_binding_closure(node)


def _is_literal(node: nodes.Const) -> bool:
    """Whether ``node`` is a string that stands for itself, or says something about a type."""
    parent = node.parent.parent if isinstance(node.parent, nodes.Tuple) else node.parent
    return isinstance(parent, nodes.Subscript) and utils.is_typing_member(parent.value, ("Annotated", "Literal"))


def _sees_changes(node: nodes.Name) -> bool:
    """Whether ``node`` stands in a function inside something that is repeated."""
    above, inside = node.parent, False
    while above is not None:
        if inside and isinstance(above, _REPEATED):
            return True
        inside = inside or isinstance(above, _CLOSURES)
        above = above.parent
    return False


def _is_plain_use(node: nodes.Name, stmt: nodes.NodeNG, scope: NamesConsumer) -> bool:
    """Whether ``node`` uses up all that ``scope`` binds its name to, be that certain to be bound or not.

    pylint then only wonders which of its messages to give. Of imports, classes and closures it wants to know more.
    """
    bound = itertools.chain(scope.to_consume.get(node.name, ()), scope.consumed_uncertain.get(node.name, ()))
    return not _sees_changes(node) and all(_is_variable(each, stmt) for each in bound)


def _is_variable(definition: nodes.NodeNG, stmt: nodes.NodeNG) -> bool:
    if type(definition) is not nodes.AssignName:
        return False
    statement = definition.statement()
    return statement is not stmt and not isinstance(statement.frame(), nodes.ClassDef)


def _none(*_: object) -> list[nodes.NodeNG]:
    return []


_ALL_CERTAIN = {
    "_uncertain_nodes_if_tests": _none,
    "_uncertain_nodes_in_except_blocks": _none,
    "_uncertain_nodes_in_try_blocks_when_evaluating_except_blocks": _none,
    "_uncertain_nodes_in_try_blocks_when_evaluating_finally_blocks": _none,
}
"""What a scope asks of bindings, to be told that there is none that may not have happened."""

_SHORTER = {
    BasicChecker: _Basic,
    ComparisonChecker: _Comparison,
    ExceptionsChecker: _Exceptions,
    ImportsChecker: _Imports,
    RecommendationChecker: _Recommendation,
    RefactoringChecker: _Refactoring,
    VariablesChecker: _Variables,
}
