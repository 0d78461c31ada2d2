"""What the scorers of a submission's text stand on: analysers made for files on disk, here given texts of an adversary.

Each module takes texts and returns small values. Comments that switch an analyser off are never read, nothing but the
text decides, and an analyser that crashes or skips raises `ToolFailed`. The modules load their analyser where they are
imported: a scorer imports them in a function, because its own module is also imported by callers.
"""

from __future__ import annotations

import ast
import functools
import re
import sys
import warnings
from collections.abc import Mapping
from types import TracebackType

from codearena.core.errors import ScorerCrash
from codearena.core.submission import MAIN, Submission

_FRAMES = 10_000
"""Interpreter frames an analyser may use: the deepest syntax tree that passes the gate costs a few thousand."""

_SHARED = 100_000
"""Letters of the longest text whose tree is kept for the next analyser, so that what is kept stays small."""

_LINE_END = re.compile(r"\r\n?")


class ToolFailed(ScorerCrash):
    """An analyser crashed, or skipped what it was given; the message names it and the reason."""


class Guarded:
    """A context in which an analyser has room for deep trees, and in which whatever it raises becomes `ToolFailed`."""

    def __init__(self, tool: str) -> None:
        self._tool = tool
        self._limit = 0
        self._warnings = warnings.catch_warnings()

    def __enter__(self) -> None:
        self._warnings.__enter__()
        warnings.simplefilter("ignore")  # such as invalid escapes
        self._limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(self._limit, _FRAMES))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        sys.setrecursionlimit(self._limit)
        self._warnings.__exit__(kind, error, trace)
        if error is not None:
            _shared_tree.cache_clear()  # an analyser that was stopped may have left one in disorder
        if isinstance(error, Exception) and not isinstance(error, ToolFailed):
            raise ToolFailed(f"{self._tool} failed: {type(error).__name__}: {error}"[:300]) from error


def python_texts(submission: Submission) -> dict[str, str]:
    """Return the text of each Python file by name, the main one first, with the line ends that Python itself sees."""
    return {name: plain(text) for name, text in submission.files if name.endswith(".py")}


def analysed(submission: Submission) -> dict[str, str]:
    """Return what analysers look at: `python_texts`, and programs that stand in them as texts, by where they stand."""
    from codearena.scorers.tools.embedded import embedded

    found = python_texts(submission)
    return found | {f"{name}, text in line {line}": part for name, text in found.items() for line, part in embedded(text).items()}


def plain(text: str) -> str:
    r"""Return ``text`` with ``\n`` for every line end and without a byte order mark.

    >>> plain("a\r\nb\rc")
    'a\nb\nc'
    """
    return _LINE_END.sub("\n", text.removeprefix("\ufeff"))


def parse(text: str) -> ast.Module:
    """Return the syntax tree of ``text``, to be looked at only: others may be given the same. Raises `ToolFailed` when there is none."""
    with Guarded("the parser"):
        return tree_of(text)


def tree_of(text: str) -> ast.Module:
    """Return what `parse` does, for an analyser that is `Guarded` itself. Raises what the parser does."""
    return _shared_tree(text) if len(text) <= _SHARED else ast.parse(text)


@functools.lru_cache(maxsize=4)
def _shared_tree(text: str) -> ast.Module:
    return ast.parse(text)


def is_python(text: str) -> bool:
    """Whether ``text`` can be parsed; a starter need not be."""
    try:
        parse(text)
    except ToolFailed:
        return False
    return True


def place(name: str) -> str:
    """Return what a message starts with to say in which file something is: nothing for the main one."""
    return "" if name == MAIN else f"{name}: "


def weigh(parts: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return 1 less what the parts lack of 1, weighed: exactly 1.0 when all of them are 1.0."""
    lost = sum(weights[name] * (1.0 - value) for name, value in parts.items())
    return round(min(max(1.0 - lost, 0.0), 1.0), 6)
