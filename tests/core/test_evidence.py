"""Evidence is a value that travels, and says how it came about."""

from __future__ import annotations

import dataclasses
import json
import pickle
from typing import Any

import pytest

from codearena.core.evidence import Evidence, Finding, Measure, Status

FULL = Evidence(
    scorer="tests",
    version="3",
    status=Status.SCORED,
    value=0.25,
    reason="1 of 4 tests passed; é",
    findings=(
        Finding(rule="tests.failed", message="test_a: AssertionError", line=7, hidden=True, detail="line 1\nline 2"),
        Finding(rule="style", message="long", severity="note", fixable=True),
    ),
    measures=(Measure(name="passed", value=1, unit="tests"), Measure(name="share", value=0.1)),
    flags=("timeout", "memory"),
    seconds=0.012345,
)
EACH = [
    FULL,
    Evidence(value=1.0),
    Evidence(value=None, scorer="judge", status=Status.SKIPPED, reason="not run: compiles is closed"),
    Evidence(value=None, scorer="judge", status=Status.FAILED, reason="ours"),
    Evidence(value=0.5, scorer="judge", status=Status.DECLARED, reason="no judge is configured"),
]


def test_the_four_statuses_are_written_as_words() -> None:
    assert [str(status) for status in Status] == ["scored", "declared", "skipped", "failed"]
    assert json.dumps(list(Status)) == '["scored", "declared", "skipped", "failed"]'


def test_a_bare_value_is_scored_and_says_nothing_more() -> None:
    assert Evidence(value=0.5) == Evidence(
        value=0.5, scorer="", version="", status=Status.SCORED, reason="", findings=(), measures=(), flags=(), seconds=0.0
    )


@pytest.mark.parametrize("evidence", EACH)
def test_evidence_comes_back_from_json_and_from_a_pickle(evidence: Evidence) -> None:
    text = json.dumps(evidence.to_dict())
    for again in (Evidence.from_dict(json.loads(text)), pickle.loads(pickle.dumps(evidence))):
        assert again == evidence
        assert type(again.status) is Status
        assert json.dumps(again.to_dict()) == text


def test_evidence_as_data_has_these_keys() -> None:
    data = FULL.to_dict()
    assert list(data) == ["scorer", "version", "status", "value", "reason", "findings", "measures", "flags", "seconds"]
    assert data["status"] == "scored"
    assert data["measures"] == [{"name": "passed", "value": 1, "unit": "tests"}, {"name": "share", "value": 0.1, "unit": ""}]
    assert set(data["findings"][0]) == {"rule", "message", "line", "severity", "fixable", "hidden", "detail"}
    assert data["flags"] == ["timeout", "memory"]


def test_a_status_that_does_not_exist_is_not_read() -> None:
    with pytest.raises(ValueError, match="not a valid Status"):
        Evidence.from_dict(FULL.to_dict() | {"status": "guessed"})


@pytest.mark.parametrize(("value", "name"), [(FULL, "value"), (FULL.findings[0], "message"), (FULL.measures[0], "value")])
def test_what_was_found_does_not_change(value: Any, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")
