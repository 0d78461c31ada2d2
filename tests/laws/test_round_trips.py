"""Values come back from plain data and from pickles as they were, whatever they hold."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import codearena as ca
from codearena.core.contracts import STAGES
from codearena.core.digest import canonical, digest
from codearena.core.evidence import Evidence, Finding, Measure, Status
from codearena.core.grade import Grade, Resources, SandboxReport
from codearena.core.lane import Registration
from codearena.core.plan import RULES, Plan, Term, frozen
from codearena.core.submission import MAIN, Submission
from codearena.core.task import Limits, Task, TestFile

LAW = settings(max_examples=20, deadline=None)

texts = st.text(max_size=20)
anything = st.text(st.characters(exclude_categories=[]), max_size=20)  # surrogates included: what a submission says can hold them
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)
shares = st.floats(0.0, 1.0)
scalars = st.none() | st.booleans() | numbers | texts
plain = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=5)


def tuples(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


findings = st.builds(
    Finding,
    rule=texts,
    message=anything,
    line=st.none() | st.integers(1, 10**6),
    severity=st.sampled_from(["error", "warning", "note"]),
    fixable=st.booleans(),
    hidden=st.booleans(),
    detail=anything,
)
measures = st.builds(Measure, name=texts, value=numbers, unit=texts)


def evidence_of(scorer: st.SearchStrategy[str]) -> st.SearchStrategy[Evidence]:
    common: dict[str, Any] = {
        "scorer": scorer,
        "version": texts,
        "reason": anything,
        "findings": tuples(findings),
        "measures": tuples(measures),
        "flags": tuples(texts),
        "seconds": st.floats(0.0, 1e6),
    }
    measured = st.builds(Evidence, value=shares, status=st.sampled_from([Status.SCORED, Status.DECLARED]), **common)
    return measured | st.builds(Evidence, value=st.none(), status=st.sampled_from([Status.SKIPPED, Status.FAILED]), **common)


def terms_of(names: Sequence[str]) -> st.SearchStrategy[tuple[Term, ...]]:
    each = [
        st.builds(
            Term,
            scorer=st.just(name),
            version=texts,
            where=texts,
            stage=st.sampled_from(STAGES),
            role=st.sampled_from(["gate", "weighted", "advisory"]),
            weight=st.floats(0.0, 0.1),
            options=tuples(st.tuples(texts, plain.map(frozen))),  # as `make_plan` keeps them
            declared=st.none() | shares,
        )
        for name in names
    ]
    return st.tuples(*each)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    others = texts.filter(lambda name: name != "tests") | st.sampled_from(["properties", "efficiency"])
    names = ["tests", *draw(st.lists(others, max_size=3, unique=True))]
    return Plan(
        profile=draw(texts),
        rule=draw(st.sampled_from(RULES)),
        terms=draw(terms_of(names)),
        idle=draw(shares),
        solving=draw(shares),
        judge=draw(texts),
        seed=draw(st.integers(-(2**53), 2**53)),
    )


@st.composite
def grades(draw: st.DrawFn) -> Grade:
    plan = draw(plans())
    sizes = st.integers(0, 2**50)
    return Grade.of(
        plan=plan,
        evidence=tuple(draw(evidence_of(st.just(term.scorer))) for term in plan.terms),
        task=draw(texts),
        task_digest=draw(texts),
        submission_digest=draw(texts),
        resources=draw(st.builds(Resources, cpu_seconds=shares, peak_memory_bytes=sizes, disk_written_bytes=sizes, processes=sizes)),
        sandbox=draw(st.builds(SandboxReport, level=texts, missing=tuples(texts), oracle=texts)),
    )


files = st.builds(TestFile, name=st.from_regex(r"test_[a-z]{1,9}\.py", fullmatch=True), text=texts)
limits = st.builds(
    Limits,
    cpu_seconds=st.floats(0.001, 1e6),
    memory_mb=st.integers(1, 10**6),
    processes=st.integers(1, 99),
    output_bytes=st.integers(1, 10**9),
)
tasks = st.builds(
    Task,
    id=texts,
    prompt=texts,
    tests=st.lists(files, max_size=3, unique_by=lambda file: file.name).map(tuple),
    reference=texts,
    starter=texts,
    properties=texts,
    workload=texts,
    version=texts,
    title=texts,
    difficulty=st.sampled_from(["easy", "medium", "hard"]),
    family=texts,
    language=texts,
    entry_points=tuples(texts),
    tags=tuples(texts),
    license=texts,
    source=texts,
    limits=limits,
    right=tuples(st.tuples(texts, texts)),
    wrong=tuples(st.tuples(texts, texts)),
)
submissions = st.builds(
    Submission,
    files=st.dictionaries(anything.filter(lambda name: name != MAIN), anything, max_size=3).map(
        lambda others: ((MAIN, "x"), *sorted(others.items()))
    ),
    language=texts,
)
found: dict[str, Any] = {
    "tests": tuples(texts),
    "visible": tuples(texts),
    "mode": st.sampled_from(["hot", "forked", "fresh"]),
    "permitted": st.dictionaries(texts, st.lists(texts, max_size=3), max_size=3),
    "work": st.dictionaries(texts, st.integers(0, 2**53), max_size=3),
}
parts = st.none() | st.builds(Registration, **found)
registrations = st.builds(Registration, **found, properties=parts, workload=parts)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "evidence": evidence_of(texts),
    "plan": plans(),
    "grade": grades(),
    "task": tasks,
    "submission": submissions,
    "registration": registrations,
}


@pytest.mark.parametrize("kind", VALUES)
@LAW
@given(st.data())
def test_a_value_comes_back_from_json_to_the_byte(kind: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    text = json.dumps(value.to_dict(), allow_nan=False)
    again = type(value).from_dict(json.loads(text))
    assert again == value
    assert json.dumps(again.to_dict(), allow_nan=False) == text
    assert canonical(again.to_dict()) == canonical(value.to_dict())


@pytest.mark.parametrize("kind", VALUES)
@LAW
@given(st.data())
def test_a_value_comes_back_from_a_pickle(kind: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert getattr(again, "digest", None) == getattr(value, "digest", None)


@LAW
@given(grades())
def test_a_grade_weighed_again_is_the_same_grade(grade: Grade) -> None:
    assert grade.regrade() == grade
    assert Grade.from_dict(grade.to_dict()).regrade() == grade


@LAW
@given(grades(), st.randoms())
def test_a_grade_is_worth_the_same_in_any_order_of_evidence(grade: Grade, random: Any) -> None:
    shuffled = list(grade.evidence)
    random.shuffle(shuffled)
    again = dataclasses.replace(grade, evidence=tuple(shuffled)).regrade()
    assert (again.reward, again.solved, again.shares, again.flags) == (grade.reward, grade.solved, grade.shares, grade.flags)


@LAW
@given(grades())
def test_an_explanation_can_be_given_for_any_grade(grade: Grade) -> None:
    assert grade.explain().startswith(f"{grade.task}: ")


@LAW
@given(plain, plain)
def test_equal_digests_mean_equal_content(first: Any, second: Any) -> None:
    assert (digest(first) == digest(second)) == (canonical(first) == canonical(second))
    assert digest(json.loads(canonical(first))) == digest(first)


def test_real_grades_come_back_from_json_to_the_byte(arena: ca.Arena) -> None:
    task = arena.load_task("easy/average-list")
    for code in (task.reference, task.starter, "", *(text for _, text in task.wrong)):
        grade = arena.grade(code, task)
        text = json.dumps(grade.to_dict(), allow_nan=False)
        again = Grade.from_dict(json.loads(text))
        assert again == grade == grade.regrade() == pickle.loads(pickle.dumps(grade))
        assert json.dumps(again.to_dict(), allow_nan=False) == text
