"""Whether a program printed what was expected. What it printed is bounded before it is read, and is never more than text."""

from __future__ import annotations

import math

from codearena.core.programs import Comparison

ROOM = 4096
"""Bytes of blanks, line ends and further digits that are read beyond `TIMES` the expected length."""
TIMES = 4


def most_bytes(expected: str, comparison: Comparison) -> int:
    """Return the length beyond which an output cannot be right, so that nobody need look at it."""
    size = len(expected.encode("utf-8", "surrogatepass"))
    return size if comparison.whitespace == "exact" else TIMES * size + ROOM


def difference(found: bytes, expected: str, comparison: Comparison) -> str:
    r"""Return in one line where ``found`` is not what was expected; empty where it is.

    >>> difference(b"1 2 \n\n", "1 2", Comparison())
    ''
    >>> difference(b"1.0000001", "1", Comparison(floats=1e-6))
    ''
    >>> difference(b"2\n3", "2\n4", Comparison())
    "line 2 is '3', expected '4'"
    """
    if comparison.whitespace == "exact":
        wanted = expected.encode("utf-8", "surrogatepass")
        return "" if found == wanted else f"printed {_shown(found.decode('utf-8', 'replace'))}, expected {_shown(expected)}"
    ours, theirs = _lines(found.decode("utf-8", "replace"), comparison), _lines(expected, comparison)
    if not comparison.order:
        ours, theirs = sorted(ours), sorted(theirs)
    if len(ours) != len(theirs) and comparison.whitespace != "words":
        return f"printed {len(ours)} lines, expected {len(theirs)}"
    if len(ours) != len(theirs):
        return f"printed {len(ours)} {_unit(comparison)}s, expected {len(theirs)}"
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True), 1):
        if one != other and not _close(one, other, comparison):
            return f"{_unit(comparison)} {number} is {_shown(' '.join(one))}, expected {_shown(' '.join(other))}"
    return ""


def _unit(comparison: Comparison) -> str:
    return "word" if comparison.whitespace == "words" and comparison.order else "line"


def _lines(text: str, comparison: Comparison) -> list[list[str]]:
    """Return what is compared with each other: words one by one, or the parts of each line."""
    if comparison.whitespace == "words" and comparison.order:
        return [[word] for word in text.split()]
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    if comparison.whitespace == "words":
        return [line.split() for line in lines if line]
    return [line.split(" ") for line in lines]


def _close(ours: list[str], theirs: list[str], comparison: Comparison) -> bool:
    if not comparison.floats or len(ours) != len(theirs):
        return False
    return all(one == other or _near(one, other, comparison.floats) for one, other in zip(ours, theirs, strict=True))


def _near(one: str, other: str, tolerance: float) -> bool:
    try:
        ours, theirs = float(one), float(other)
    except ValueError:
        return False
    return math.isfinite(theirs) and math.isclose(ours, theirs, rel_tol=tolerance, abs_tol=tolerance)


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
