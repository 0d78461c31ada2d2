"""Answers of a model: what fits is taken as it is, and what nearly fits is not taken."""

from __future__ import annotations

import doctest
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codearena.llm import answers
from codearena.llm.answers import AnswerInvalid, fits, one_line, read_answer
from codearena.scorers.judge import SCHEMA

GOOD = '{"score": 0.5, "reason": "fine", "instructions_found": false}'


def test_examples() -> None:
    assert doctest.testmod(answers).failed == 0


@pytest.mark.parametrize(
    "text", [GOOD, f"\n {GOOD} \n", f"```json\n{GOOD}\n```", f"```\n{GOOD}\n```\n", GOOD.replace("0.5", "1"), GOOD.replace("0.5", "0")]
)
def test_what_fits_is_taken(text: str) -> None:
    assert read_answer(text, SCHEMA)["reason"] == "fine"


BAD = {
    "nothing": "",
    "prose": "I would give it 0.5",
    "prose before": f"Sure! {GOOD}",
    "prose after": f"{GOOD} I hope this helps",
    "prose around a fence": f"Here:\n```json\n{GOOD}\n```",
    "two objects": f"{GOOD}\n{GOOD}",
    "a list": f"[{GOOD}]",
    "a number": "0.5",
    "HTML": "<html>0.5</html>",
    "cut": GOOD[:-5],
    "7.3": GOOD.replace("0.5", "7.3"),
    "a little above": GOOD.replace("0.5", "1.0000001"),
    "a little below": GOOD.replace("0.5", "-1e-300"),
    "NaN": GOOD.replace("0.5", "NaN"),
    "Infinity": GOOD.replace("0.5", "-Infinity"),
    "an overflow": GOOD.replace("0.5", "1e999"),
    "a huge integer": GOOD.replace("0.5", "9" * 4000),
    "a still longer integer": GOOD.replace("0.5", "9" * 5000),
    "a number as a text": GOOD.replace("0.5", '"1.0"'),
    "a truth as a number": GOOD.replace("0.5", "true"),
    "null": GOOD.replace("0.5", "null"),
    "a number as a truth": GOOD.replace("false", "0"),
    "a reason that is none": GOOD.replace('"fine"', "7"),
    "a long reason": GOOD.replace("fine", "x" * 501),
    "another key": GOOD.replace("}", ', "more": 1}'),
    "a key twice": GOOD.replace("}", ', "score": 1.0}'),
    "a key missing": '{"score": 1, "reason": ""}',
    "nesting": "[" * 100_000,
    "a fence left open": f"```json\n{GOOD}",
    "quotes of the wrong kind": GOOD.replace('"', "'"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_does_not_fit_is_refused(what: str) -> None:
    with pytest.raises(AnswerInvalid) as caught:
        read_answer(BAD[what], SCHEMA)
    assert 0 < len(str(caught.value)) < 200


def test_a_schema_that_is_not_understood_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="not one that is understood"):
        read_answer('{"x": []}', {"properties": {"x": {"type": "array"}}})


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["score", "reason", "instructions_found", "more"]), VALUES))
def test_whatever_is_taken_is_an_opinion(found: dict[str, Any]) -> None:
    text = json.dumps(found)
    if fits(text, SCHEMA):
        read = read_answer(text, SCHEMA)
        assert read.keys() == {"score", "reason", "instructions_found"}
        assert type(read["score"]) in (int, float)
        assert 0 <= read["score"] <= 1


@given(st.text(), st.integers(1, 50))
def test_a_line_is_one_line(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert line.isprintable()
