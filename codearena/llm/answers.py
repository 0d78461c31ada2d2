"""Reading what a model answered: one JSON object that fits its schema, or nothing.

An answer is never repaired: what nearly fits was not said.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

_FENCE = re.compile(r"\s*```(?:json)?[ \t]*\r?\n(.*)\n[ \t]*```\s*", re.DOTALL)
_SHOWN = 60


class AnswerInvalid(ValueError):
    """An answer is not one JSON object that fits its schema."""


def read_answer(text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the one JSON object that ``text`` is, alone or in one fence of Markdown. Pure.

    Of ``schema``, an object's ``properties`` with their ``type`` (number, integer, string, boolean), ``minimum``,
    ``maximum`` and ``maxLength``, and ``required`` are checked; other keys than these are refused, and so are keys given
    twice, NaN and infinities. Raises `AnswerInvalid` saying what does not fit.

    >>> schema = {"properties": {"score": {"type": "number", "minimum": 0, "maximum": 1}}, "required": ["score"]}
    >>> read_answer('{"score": 0.5}', schema)
    {'score': 0.5}
    >>> read_answer('{"score": 7.3}', schema)
    Traceback (most recent call last):
    codearena.llm.answers.AnswerInvalid: score: 7.3 is above 1
    """
    fenced = _FENCE.fullmatch(text)
    try:
        found = json.loads(fenced.group(1) if fenced else text, object_pairs_hook=_unique, parse_constant=_refuse)
    except AnswerInvalid:
        raise
    except (ValueError, RecursionError) as error:
        raise AnswerInvalid(f"not JSON ({type(error).__name__}): {_shown(text)}") from None
    if not isinstance(found, dict):
        raise AnswerInvalid(f"not an object: {_shown(text)}")
    properties = schema["properties"]
    if strange := sorted(found.keys() - properties.keys()):
        raise AnswerInvalid(f"unknown key {_shown(strange[0])}")
    if missing := [key for key in schema.get("required", ()) if key not in found]:
        raise AnswerInvalid(f"no key {missing[0]!r}")
    for key, value in found.items():
        if wrong := _wrong(value, properties[key]):
            raise AnswerInvalid(f"{key}: {wrong}")
    return found


def fits(text: str, schema: Mapping[str, Any]) -> bool:
    """Whether `read_answer` takes ``text``."""
    try:
        read_answer(text, schema)
    except AnswerInvalid:
        return False
    return True


def one_line(text: str, limit: int) -> str:
    r"""Return ``text`` as at most ``limit`` printable characters on one line.

    >>> one_line("two\nlines \x1b[31m", 20)
    'two lines ?[31m'
    """
    line = "".join(letter if letter.isprintable() else "?" for letter in " ".join(text[: 4 * limit].split()))
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _wrong(value: object, expected: Mapping[str, Any]) -> str:
    """Say what is wrong with ``value``; nothing when it fits."""
    kind = expected["type"]
    if kind in ("number", "integer"):
        if isinstance(value, bool) or not isinstance(value, int if kind == "integer" else int | float):
            return f"{_shown(value)} is not a number"
        if isinstance(value, float) and not math.isfinite(value):
            return "not a finite number"
        if value < expected.get("minimum", -math.inf):
            return f"{_shown(value)} is below {expected['minimum']}"
        return f"{_shown(value)} is above {expected['maximum']}" if value > expected.get("maximum", math.inf) else ""
    if kind == "boolean":
        return "" if isinstance(value, bool) else f"{_shown(value)} is neither true nor false"
    if kind != "string":
        raise ValueError(f"a schema's type {kind!r} is not one that is understood here")
    if not isinstance(value, str):
        return f"{_shown(value)} is not a text"
    longest = expected.get("maxLength", len(value))
    return f"{len(value)} characters; at most {longest} are allowed" if len(value) > longest else ""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise AnswerInvalid("a key is given twice")
    return found


def _refuse(name: str) -> float:
    raise AnswerInvalid(f"{name} is not a number")


def _shown(value: object) -> str:
    if isinstance(value, int) and abs(value) > 10**15:
        return "a huge number"
    return one_line(value if isinstance(value, str) else repr(value), _SHOWN)
