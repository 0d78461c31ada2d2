"""A grade is a reward with everything it can be recomputed from."""

from __future__ import annotations

import dataclasses
import json
import pickle
from typing import Any

import pytest

from codearena.core.errors import ConfigError, UnscoredError
from codearena.core.evidence import Evidence, Finding, Measure, Status
from codearena.core.grade import Grade, Resources, SandboxReport
from codearena.core.plan import Plan, Term

TERMS = (
    Term(scorer="compiles", version="1", where="a:compiles", stage="static", role="gate", weight=0.0),
    Term(scorer="style", version="2", where="a:style", stage="static", role="weighted", weight=0.1, options=(("width", 100),)),
    Term(scorer="tests", version="1", where="a:tests", stage="execution", role="weighted", weight=0.6),
    Term(scorer="opinion", version="1", where="a:opinion", stage="judge", role="advisory", weight=0.2),
)
PLAN = Plan(profile="house", rule="correctness-first", terms=TERMS, idle=0.5, solving=0.3, seed=7)
EVIDENCE = (
    Evidence(scorer="compiles", version="1", value=1.0, reason="compiles", measures=(Measure(name="size", value=12, unit="bytes"),)),
    Evidence(scorer="style", version="2", value=0.5, flags=("odd", "dense")),
    Evidence(
        scorer="tests",
        version="1",
        value=0.75,
        reason="3 of 4 tests passed",
        findings=(Finding(rule="tests.failed", message="test_a: AssertionError", line=3, hidden=True),),
        flags=("timeout", "dense"),
        seconds=0.25,
    ),
    Evidence(scorer="opinion", version="1", value=None, status=Status.FAILED, reason="the endpoint is gone"),
)
FACTS: dict[str, Any] = {
    "task": "made/task",
    "task_digest": "a" * 32,
    "submission_digest": "b" * 32,
    "resources": Resources(
        cpu_seconds=0.5, wall_seconds=0.75, peak_memory_bytes=1024, disk_read_bytes=1, disk_written_bytes=2, processes=1
    ),
    "sandbox": SandboxReport(level="filtered", missing=("Landlock",)),
}


def made(**values: Evidence) -> Grade:
    evidence = tuple(values.get(each.scorer, each) for each in EVIDENCE)
    return Grade.of(plan=PLAN, evidence=evidence, **FACTS)


GRADE = made()
UNGRADED = made(tests=Evidence(scorer="tests", version="1", value=None, status=Status.FAILED, reason="the oracle ended"))
CLOSED = made(
    compiles=Evidence(scorer="compiles", version="1", value=0.0, reason="no Python"),
    tests=Evidence(scorer="tests", version="1", value=None, status=Status.SKIPPED, reason="not run: compiles is closed"),
)
EACH = [GRADE, UNGRADED, CLOSED]


def test_a_grade_composes_its_evidence() -> None:
    assert GRADE.reward == 0.325  # half of what doing nothing leaves, times 0.60 and half of 0.10
    assert not GRADE.solved
    assert sum(share.points for share in GRADE.shares) == pytest.approx(GRADE.reward)


def test_components_show_each_scorer_with_what_it_weighs() -> None:
    parts = GRADE.components
    assert list(parts) == ["compiles", "style", "tests", "opinion"]
    assert {name: part.weight for name, part in parts.items()} == {"compiles": 0.0, "style": 0.1, "tests": 0.6, "opinion": 0.0}
    assert parts["compiles"].measures == {"size": 12}
    assert parts["tests"].findings[0].line == 3
    assert (parts["tests"].value, parts["tests"].status, parts["tests"].reason) == (0.75, Status.SCORED, "3 of 4 tests passed")
    assert (parts["opinion"].value, parts["opinion"].status) == (None, Status.FAILED)


def test_flags_of_all_scorers_are_sorted_and_stand_once() -> None:
    assert GRADE.flags == ("dense", "odd", "timeout")


def test_the_profile_and_the_plan_are_named() -> None:
    assert GRADE.profile == "house"
    assert GRADE.plan_digest == PLAN.digest


# ---------------------------------------------------------------------------------------------------- no reward


def test_a_grade_gives_its_number() -> None:
    assert GRADE.score() == 0.325
    assert CLOSED.score() == 0.0


def test_a_grade_without_a_reward_says_what_failed_instead_of_a_number() -> None:
    assert UNGRADED.reward is None
    with pytest.raises(UnscoredError, match=r"made/task could not be graded: tests: the oracle ended"):
        UNGRADED.score()


# ---------------------------------------------------------------------------------------------------- regrading


@pytest.mark.parametrize("grade", EACH)
def test_grading_the_evidence_again_gives_the_same_grade(grade: Grade) -> None:
    assert grade.regrade() == grade


def test_another_plan_weighs_the_same_evidence_anew() -> None:
    heavier, base = dataclasses.replace(TERMS[1], weight=0.7), dataclasses.replace(TERMS[2], weight=0.0)
    other = dataclasses.replace(PLAN, terms=(TERMS[0], heavier, base, TERMS[3]))
    again = GRADE.regrade(other)
    assert again.reward == 0.175
    assert again.plan == other
    assert again.evidence == GRADE.evidence
    assert again.regrade(PLAN) == GRADE


def test_a_plan_that_needs_other_evidence_is_refused() -> None:
    others = (dataclasses.replace(TERMS[1], scorer=name) for name in ("speed", "taste"))
    more = dataclasses.replace(PLAN, terms=(*TERMS, *others))
    with pytest.raises(ConfigError, match="no evidence of speed, taste; grade again under 'house'"):
        GRADE.regrade(more)


def test_what_another_plan_declares_constant_needs_no_evidence() -> None:
    taste = Term(scorer="taste", version="3", where="a:taste", stage="judge", role="weighted", weight=0.2, declared=0.25)
    plan = dataclasses.replace(PLAN, terms=(*TERMS, taste))
    again = GRADE.regrade(plan)
    assert again.reward == 0.35  # half of a quarter of 0.20 more
    made_up = again.evidence[-1]
    assert (made_up.scorer, made_up.version, made_up.value, made_up.status) == ("taste", "3", 0.25, Status.DECLARED)
    assert again.evidence[:-1] == GRADE.evidence
    assert again.regrade() == again == again.regrade(plan)


def test_what_was_found_gives_way_to_what_another_plan_declares() -> None:
    constant = dataclasses.replace(PLAN, terms=(TERMS[0], dataclasses.replace(TERMS[1], declared=0.75), *TERMS[2:]))
    again = GRADE.regrade(constant)
    assert again.reward == 0.3375
    assert (again.components["style"].value, again.components["style"].status) == (0.75, Status.DECLARED)


def test_behind_a_closed_gate_nothing_is_declared() -> None:
    tests = dataclasses.replace(TERMS[2], declared=1.0)
    again = CLOSED.regrade(dataclasses.replace(PLAN, terms=(*TERMS[:2], tests, TERMS[3])))
    assert (again.reward, again.components["tests"].status) == (0.0, Status.SKIPPED)


# ---------------------------------------------------------------------------------------------------- explaining


def test_an_explanation_walks_from_evidence_to_the_sum() -> None:
    assert GRADE.explain().splitlines() == [
        "made/task: reward 0.325, not solved",
        "  compiles          1  compiles",
        "  style           0.5  scored",
        "  tests          0.75  3 of 4 tests passed",
        "      test_a: AssertionError",
        "  opinion           —  the endpoint is gone",
        "  reward = 0.6·0.5 correctness + 0.1·0.25 style + 0.3·0 solved = 0.325",
    ]


def test_an_explanation_of_a_solved_task_says_so() -> None:
    solved = made(tests=Evidence(scorer="tests", value=1.0), style=Evidence(scorer="style", value=1.0))
    assert solved.reward == 1.0
    assert solved.explain().startswith("made/task: reward 1, solved\n")


def test_an_explanation_without_a_reward_says_whose_fault_that_is() -> None:
    text = UNGRADED.explain()
    assert "could not be graded (ours, not the submission's)" in text
    assert "the oracle ended" in text
    assert "reward =" not in text


# ---------------------------------------------------------------------------------------------------- records


def test_a_record_has_the_keys_that_are_promised() -> None:
    data = GRADE.to_dict()
    promised = ["task", "reward", "solved", "profile", "components", "flags", "resources", "sandbox", "plan_digest"]
    assert list(data)[: len(promised)] == promised
    assert set(data["components"]["tests"]) == {"value", "weight", "status", "reason", "findings", "measures", "seconds"}
    assert set(data["resources"]) == {
        "cpu_seconds",
        "wall_seconds",
        "peak_memory_bytes",
        "disk_read_bytes",
        "disk_written_bytes",
        "processes",
    }
    assert data["sandbox"] == {"level": "filtered", "missing": ["Landlock"], "oracle": "separate"}
    assert data["components"]["compiles"]["measures"] == {"size": 12}
    assert data["reward"] == 0.325


@pytest.mark.parametrize("grade", EACH)
def test_a_grade_comes_back_from_json_and_from_a_pickle(grade: Grade) -> None:
    text = json.dumps(grade.to_dict(), allow_nan=False)
    for again in (Grade.from_dict(json.loads(text)), pickle.loads(pickle.dumps(grade))):
        assert again == grade
        assert again.components == grade.components
        assert json.dumps(again.to_dict()) == text


def test_a_record_is_believed_until_it_is_graded_again() -> None:
    edited = Grade.from_dict(GRADE.to_dict() | {"reward": 1.0})
    assert edited.reward == 1.0
    assert edited.regrade() == GRADE


@pytest.mark.parametrize(("value", "name"), [(GRADE, "reward"), (GRADE.components["tests"], "value"), (GRADE.resources, "processes")])
def test_a_grade_does_not_change(value: Any, name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, 1.0)
