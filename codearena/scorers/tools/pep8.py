"""pycodestyle inside the process: the layout of a text, with no comment, option or file of anybody's to silence it."""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pycodestyle

from codearena.scorers.tools import Guarded, ToolFailed

LEFT_OUT = ("E121", "E123", "E126", "E133", "E203", "E226", "E24", "E704", "E731", "W292", "W391", "W503", "W504")
"""What pycodestyle itself leaves out as a matter of taste, a space before a colon, a lambda with a name, and how a text ends:
what finds it in an answer, or copies it, decides that."""

_UNREADABLE = ("E901", "E902")


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One break of a rule of layout."""

    rule: str
    """Such as ``E501``."""
    text: str
    line: int


class _Report:
    """What a checker reports to."""

    def __init__(self) -> None:
        self.found: list[Break] = []

    def init_file(self, *_: object) -> None:
        """Do nothing at the beginning of a text."""

    def increment_logical_line(self) -> None:
        """Do nothing at a statement."""

    def get_file_results(self) -> int:
        """Return how many breaks there are."""
        return len(self.found)

    def error(self, line: int, _: object, text: str, __: object) -> str | None:
        """Take note of one break; the answer says whether it counts."""
        rule, _, said = text.partition(" ")
        if rule in _UNREADABLE:
            raise ToolFailed(f"pycodestyle could not read the text: {rule} {said}, line {line}")
        if rule.startswith(LEFT_OUT):
            return None
        self.found.append(Break(rule=rule, text=said, line=line))
        return rule


class _Checker(pycodestyle.Checker):  # type: ignore[misc]
    """A checker to which a comment says nothing."""

    noqa = property(lambda _: False, lambda _, __: None)


@functools.cache
def _options(max_line_length: int) -> SimpleNamespace:
    """Return what a checker asks its options; made by hand, since pycodestyle's own read a file of the user."""
    return SimpleNamespace(
        physical_checks=_checks("physical_line"),
        logical_checks=_checks("logical_line"),
        ast_checks=[],
        max_line_length=max_line_length,
        max_doc_length=None,
        indent_size=4,
        hang_closing=False,
        verbose=0,
    )


def _checks(kind: str) -> list[tuple[str, Any, list[str]]]:
    checks = pycodestyle._checks[kind].items()  # noqa: SLF001 (its registry)
    wanted = [(check.__name__, check, arguments) for check, (codes, arguments) in checks if not all(map(_is_left_out, codes))]
    return sorted(wanted, key=lambda each: each[0])


def _is_left_out(code: str) -> bool:
    return code.startswith(LEFT_OUT)


def check(text: str, max_line_length: int = 100) -> tuple[Break, ...]:
    """Return the breaks of PEP 8 in ``text``, by line."""
    report = _Report()
    with Guarded("pycodestyle"):
        lines = io.StringIO(text).readlines()
        _Checker(lines=lines, options=_options(max_line_length), report=report).check_all()
    return tuple(sorted(report.found, key=lambda found: (found.line, found.rule, found.text)))
