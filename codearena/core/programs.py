"""What a task asks of a program that reads standard input and writes standard output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codearena.core.errors import InvalidTaskError, nearest

WHITESPACE = ("exact", "lines", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramCase:
    """One input, and what is to be printed for it."""

    stdin: str
    stdout: str
    name: str
    visible: bool = False
    """Whether a solver may see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """When what was printed counts as what was expected."""

    whitespace: str = "lines"
    """``exact``: byte for byte; ``lines``: blanks at the end of a line and of all lines do not count; ``words``: only what lies
    between blanks and line ends counts."""
    floats: float = 0.0
    """Words that are numbers on both sides may differ by so much, relatively or absolutely. 0 compares text."""
    order: bool = True
    """Whether the lines must come in this order."""

    def __post_init__(self) -> None:
        if self.whitespace not in WHITESPACE:
            raise InvalidTaskError(f"whitespace must be one of {', '.join(WHITESPACE)}, not {self.whitespace!r}")
        if isinstance(self.floats, bool) or not isinstance(self.floats, int | float) or not 0 <= self.floats <= 1:
            raise InvalidTaskError(f"floats must be a tolerance from 0 to 1, not {self.floats!r}")
        if not isinstance(self.order, bool):
            raise InvalidTaskError(f"order must be true or false, not {self.order!r}")
        if self.whitespace == "exact" and (self.floats or not self.order):
            raise InvalidTaskError('whitespace = "exact" compares bytes: no floats, and no other order of lines')


TEXT = Comparison()
"""The same lines in the same order, whatever blanks end them."""


def read_cases(text: str, place: str) -> tuple[ProgramCase, ...]:
    """Return the cases of a ``cases.jsonl``: one object a line, with ``stdin``, ``stdout``, and optionally ``name`` and ``visible``.

    Raises `InvalidTaskError` naming ``place``, the line, and what was expected.
    """
    import json

    found: list[ProgramCase] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError as error:
            raise InvalidTaskError(f"{place}, line {number}: not JSON: {error}") from None
        found.append(_case(data, number, f"{place}, line {number}"))
    names = [case.name for case in found]
    for name in names:
        if names.count(name) > 1:
            raise InvalidTaskError(f"{place}: two cases are called {name!r}")
    return tuple(found)


def _case(data: Any, number: int, place: str) -> ProgramCase:  # noqa: ANN401 (whatever JSON holds)
    if not isinstance(data, Mapping):
        raise InvalidTaskError(f"{place}: expected an object with stdin and stdout, not {type(data).__name__}")
    known = ("stdin", "stdout", "name", "visible")
    for key in data:
        if key not in known:
            raise InvalidTaskError(f"{place}: unknown key {key!r}{nearest(key, known)}; known: {', '.join(known)}")
    given = {"stdin": "", "name": str(number), "visible": False, **data}
    for key, kind in (("stdin", str), ("stdout", str), ("name", str), ("visible", bool)):
        if key not in given:
            raise InvalidTaskError(f"{place}: {key} is missing")
        if not isinstance(given[key], kind):
            raise InvalidTaskError(f"{place}: {key} must be {'true or false' if kind is bool else 'a text'}, not {given[key]!r}")
    if not given["name"] or not given["name"].isprintable():
        raise InvalidTaskError(f"{place}: name must be a short line, not {given['name']!r}")
    return ProgramCase(**given)
