"""pylint inside the process: one linter, the checks named below, and only the text at hand.

Used as a library below its command line, because above it a submission could steer the verdict: there, comments switch
checks off, type comments count as uses, trees of earlier files answer for later ones of the same name, attributes
assigned to built-ins stay assigned, and an import makes it read that module for seconds. Here no token is read, the tree
is that of `pylint_tree`, and the checkers forget all of a text before the next. `pylint_shortcuts` says what they leave out.
"""

from __future__ import annotations

import copy
import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from astroid import nodes
from astroid.context import _invalidate_cache
from astroid.inference_tip import clear_inference_tip_cache
from astroid.interpreter.objectmodel import ObjectModel
from astroid.nodes._base_nodes import LookupMixIn
from astroid.nodes.scoped_nodes import ClassDef
from pylint.checkers.clear_lru_cache import clear_lru_caches
from pylint.lint import PyLinter
from pylint.reporters import CollectingReporter
from pylint.utils import FileState

from codearena.scorers.tools import Guarded, tree_of
from codearena.scorers.tools.pylint_shortcuts import Walker, shorten
from codearena.scorers.tools.pylint_tree import NAME, build

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

_CONTAINERS = (list, dict, set, defaultdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One finding of pylint."""

    check: str
    text: str
    line: int


class _Linter:
    """pylint's linter, whose checkers know of no text but the one at hand."""

    def __init__(self) -> None:
        self._reporter = CollectingReporter()
        self._linter = PyLinter(reporter=self._reporter)
        self._linter.load_default_plugins()
        self._linter.disable("all")
        for check in CHECKS:
            self._linter.enable(check)
        self._linter.initialize()
        self._checkers = self._linter.prepare_checkers()
        self._walker = Walker(self._linter)
        for checker in self._checkers:
            checker.open()
            shorten(checker)
            self._walker.add_checker(checker)
        self._opened = [(checker, _copies(vars(checker))) for checker in self._checkers if checker is not self._linter]

    def check(self, text: str) -> tuple[Message, ...]:
        """Return what is found in ``text``."""
        for checker, opened in self._opened:  # some remember names, others forget only when a walk comes to its end
            vars(checker).clear()
            vars(checker).update(_copies(opened), text=text)
        self._reporter.messages.clear()
        self._linter.set_current_module(NAME)
        module = _build(text)
        self._linter.file_state = FileState(NAME, self._linter.msgs_store, module)
        self._walker.walk(module)
        for checker in reversed(self._checkers):
            checker.close()
        found = [Message(check=m.symbol, text=m.msg, line=m.line) for m in self._reporter.messages]
        return tuple(sorted(found, key=lambda message: (message.line, message.check, message.text)))


def _copies(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: copy.copy(value) if type(value) in _CONTAINERS else value for name, value in attributes.items()}


def _build(text: str) -> nodes.Module:
    return build(tree_of(text))


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
