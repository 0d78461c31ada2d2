"""pylint inside the process: one linter, the checks named below, and only the text at hand.

Used as a library below its command line, because above it a submission could steer the verdict: there, comments switch
checks off, type comments count as uses, trees of earlier files answer for later ones of the same name, attributes
assigned to built-ins stay assigned, and an import makes it read that module for seconds. Here no token is read, the tree
is built without comments, transforms and attribute assignments, and every import leads nowhere.
"""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass
from typing import NoReturn

import astroid
from astroid import nodes
from astroid.builder import AstroidBuilder
from astroid.context import _invalidate_cache
from astroid.exceptions import AstroidImportError
from astroid.inference_tip import clear_inference_tip_cache
from astroid.interpreter.objectmodel import ObjectModel
from astroid.nodes._base_nodes import LookupMixIn
from astroid.nodes.scoped_nodes import ClassDef
from astroid.rebuilder import TreeRebuilder
from pylint.checkers.clear_lru_cache import clear_lru_caches
from pylint.lint import PyLinter
from pylint.reporters import CollectingReporter
from pylint.utils import ASTWalker, FileState

from codearena.scorers.tools import Guarded

CHECKS = {
    "assert-on-tuple": "always true, so it checks nothing",
    "bare-except": "hides every error, the end of the program included",
    "broad-exception-caught": "hides errors that nobody thought of",
    "cell-var-from-loop": "every closure sees the last value of the loop",
    "comparison-with-itself": "always true, or always false",
    "consider-using-enumerate": "an index where a value is meant",
    "dangerous-default-value": "one list or dictionary shared by all calls",
    "duplicate-key": "the first of the two values is lost",
    "expression-not-assigned": "a result that nobody uses",
    "global-statement": "state that outlives the call",
    "inconsistent-return-statements": "some ways out return a value and some do not",
    "lost-exception": "an error thrown away by leaving a finally block",
    "pointless-statement": "does nothing",
    "redefined-builtin": "a built-in that cannot be used any more",
    "reimported": "imported twice",
    "self-assigning-variable": "does nothing",
    "simplifiable-if-statement": "an if that only repeats its condition",
    "singleton-comparison": "== where is is meant",
    "unidiomatic-typecheck": "type() where isinstance() is meant",
    "unnecessary-lambda": "a function around a function",
    "unreachable": "code that never runs",
    "unused-import": "a module that nobody uses",
    "unused-variable": "a name that nobody uses",
    "useless-else-on-loop": "an else that always runs",
    "wildcard-import": "nobody can tell where a name comes from",
}
"""The checks, each with what is wrong with what it finds: matters of reading and meaning, and little to be inferred."""

_MODULE = "submission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One finding of pylint."""

    check: str
    text: str
    line: int


class _Linter:
    """pylint's linter with its checkers opened anew for each text."""

    def __init__(self) -> None:
        self._reporter = CollectingReporter()
        self._linter = PyLinter(reporter=self._reporter)
        self._linter.load_default_plugins()
        self._linter.disable("all")
        for check in CHECKS:
            self._linter.enable(check)
        self._linter.initialize()
        self._checkers = self._linter.prepare_checkers()
        self._walker = ASTWalker(self._linter)
        for checker in self._checkers:
            checker.open()
            self._walker.add_checker(checker)

    def check(self, text: str) -> tuple[Message, ...]:
        """Return what is found in ``text``."""
        for checker in self._checkers:
            checker.open()
        self._reporter.messages.clear()
        self._linter.set_current_module(_MODULE)
        module = _build(text)
        self._linter.file_state = FileState(_MODULE, self._linter.msgs_store, module)
        self._walker.walk(module)
        for checker in reversed(self._checkers):
            checker.close()
        found = [Message(check=m.symbol, text=m.msg, line=m.line) for m in self._reporter.messages]
        return tuple(sorted(found, key=lambda message: (message.line, message.check, message.text)))


def _build(text: str) -> nodes.Module:
    """Return the tree that astroid builds, as if every import in it failed."""
    rebuilder, builder = TreeRebuilder(astroid.MANAGER, None), AstroidBuilder(astroid.MANAGER, apply_transforms=False)
    module = rebuilder.visit_module(ast.parse(text), _MODULE, "<?>", False)  # noqa: FBT003 (its only spelling)
    module.import_module = _refuse
    for node, names in rebuilder._import_from_nodes:  # noqa: SLF001 (as in `AstroidBuilder._post_build`)
        if node.modname == "__future__":
            module.future_imports.update(name for name, _ in node.names)
        builder.add_from_names_to_locals(node, names)
    return module


def _refuse(name: str, **_: object) -> NoReturn:
    raise AstroidImportError("{modname} is not looked at", modname=name)


def _forget() -> None:
    """Empty the caches that hold nodes of the text, but not what is known of the built-ins."""
    _invalidate_cache()
    clear_inference_tip_cache()
    clear_lru_caches()
    for cache in (LookupMixIn.lookup, ObjectModel.attributes, ClassDef._metaclass_lookup_attribute):  # noqa: SLF001
        cache.cache_clear()


@functools.cache
def _linter() -> _Linter:
    return _Linter()


def check(text: str) -> tuple[Message, ...]:
    """Return what pylint finds in ``text``, by line."""
    with Guarded("pylint"):
        try:
            return _linter().check(text)
        finally:
            _forget()
