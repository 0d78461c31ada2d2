"""pycodestyle inside the process: the layout of a text, with no comment, option or file of anybody's to silence it."""

from __future__ import annotations

import functools
import io
import operator
import re
import tokenize
from collections.abc import Callable, Iterator, Sequence
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


_WITHIN_A_LINE = frozenset({tokenize.NAME, tokenize.NUMBER, tokenize.OP, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT})
"""Tokens after which no line ends, unless a backslash joins it to the next."""

_ABOUT = {
    "ambiguous_identifier": re.compile(r"\b(?:\d\w*)?[lOI]\b"),
    "bare_except": re.compile("except"),
    "comparison_negative": re.compile("not"),
    "comparison_to_singleton": re.compile("[=!]="),
    "comparison_type": re.compile("type"),
    "explicit_line_join": re.compile(r"\\"),
    "imports_on_separate_lines": re.compile("import"),
    "maximum_doc_length": re.compile("(?!)"),  # there is none
    "module_imports_on_top_of_file": re.compile("import|from"),
    "python_3000_invalid_escape_sequence": re.compile(r"\\"),
    "tabs_obsolete": re.compile(r"\t"),
    "tabs_or_spaces": re.compile(r"\t"),
    "whitespace_before_comment": re.compile("#"),
}
"""What only texts hold in which the check of that name finds something; checks that are not here are asked of every text."""

Ask = Callable[["_Checker"], Any]


class _Checker(pycodestyle.Checker):  # type: ignore[misc]
    """A checker to which a comment says nothing, and which asks only what its text gives reason to."""

    noqa = property(lambda _: False, lambda _, __: None)

    def __init__(self, text: str, *, options: SimpleNamespace, report: _Report) -> None:
        super().__init__(lines=io.StringIO(text).readlines(), options=options, report=report)
        self._physical_checks = [each for each in options.physical_checks if _has_reason(each[0], text)]
        self._asked: list[Ask] = [ask for name, ask, _ in options.logical_checks if _has_reason(name, text)]
        self._logical_checks = [("", _ask_all, ())]
        self._joins_lines = "\\\n" in text

    def run_check(self, check: Ask, argument_names: object) -> object:
        """Ask ``check``, which fetches its arguments itself."""
        return check(self)

    def generate_tokens(self) -> Iterator[tokenize.TokenInfo]:
        """Yield the tokens, and check each line that ends, as pycodestyle does without looking for comments."""
        line_before = ""
        try:
            for token in tokenize.generate_tokens(self.readline):
                if token[2][0] > self.total_lines:
                    return
                if self._joins_lines or token[0] not in _WITHIN_A_LINE:
                    self.maybe_check_physical(token, line_before)
                yield token
                line_before = token[4]
        except (SyntaxError, tokenize.TokenError):
            self.report_invalid_syntax()


def _ask_all(checker: _Checker) -> Iterator[Any]:
    for ask in checker._asked:  # noqa: SLF001 (in its class's module)
        yield from ask(checker) or ()


def _has_reason(name: str, text: str) -> bool:
    return name not in _ABOUT or _ABOUT[name].search(text) is not None


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


def _checks(kind: str) -> list[tuple[str, Ask, tuple[()]]]:
    checks = pycodestyle._checks[kind].items()  # noqa: SLF001 (its registry)
    wanted = [(check.__name__, check, arguments) for check, (codes, arguments) in checks if not all(map(_is_left_out, codes))]
    return [(name, _ask(name, check, arguments), ()) for name, check, arguments in sorted(wanted, key=lambda each: each[0])]


def _ask(name: str, check: Callable[..., Any], arguments: Sequence[str]) -> Ask:
    """Return what asks ``check`` of a checker, the ``arguments`` being attributes of that."""
    get = operator.attrgetter(*arguments)

    def ask_of_one(checker: _Checker) -> object:
        return check(get(checker))

    def ask(checker: _Checker) -> object:
        return check(*get(checker))

    def ask_with_memory(checker: _Checker) -> object:
        checker.checker_state = checker._checker_states.setdefault(name, {})  # noqa: SLF001 (pycodestyle's)
        return check(*get(checker))

    if "checker_state" in arguments:
        return ask_with_memory
    return ask if len(arguments) > 1 else ask_of_one


def _is_left_out(code: str) -> bool:
    return code.startswith(LEFT_OUT)


def check(text: str, max_line_length: int = 100) -> tuple[Break, ...]:
    """Return the breaks of PEP 8 in ``text``, by line."""
    report = _Report()
    with Guarded("pycodestyle"):
        _Checker(text, options=_options(max_line_length), report=report).check_all()
    return tuple(sorted(report.found, key=lambda found: (found.line, found.rule, found.text)))
