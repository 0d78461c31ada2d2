"""Whether a task grades what it says: its reference is worth everything, doing nothing nothing, and its variants what they claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codearena.core.errors import InfrastructureError, InvalidTaskError, NothingAskedError
from codearena.core.evidence import Status
from codearena.core.grade import Grade
from codearena.core.idle import idle_submissions
from codearena.core.plan import Profile
from codearena.core.profiles import DEFAULT
from codearena.core.submission import Submission
from codearena.core.task import Task

if TYPE_CHECKING:
    from codearena.arena import Arena

WRONG_BELOW = 0.7
"""What a wrong variant must stay under: the most that anything unsolved can earn."""

# Of another name, hence of another plan and not found in any cache; otherwise the same.
_AGAIN = replace(DEFAULT, name="default, a second time")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReport:
    """What `check_task` found out about one task."""

    task: str
    """Id of the task."""
    graded: int = 0
    """How many submissions were graded, each of them twice."""
    problems: tuple[str, ...] = ()
    """One line for each violation: the file, what was expected of it, and what came instead."""

    @property
    def sound(self) -> bool:
        """Whether there is no problem."""
        return not self.problems


def check_task(arena: Arena, task: Task) -> TaskReport:
    """Grade all that comes with ``task`` twice under the default profile; report what is not as it must be.

    The reference earns 1.0, the starter, an empty file and stubs 0; every variant under ``wrong/`` stays unsolved and
    below `WRONG_BELOW`, every one under ``right/`` is solved; neither the reference nor a right variant raises a flag;
    grading again says the same. Nothing comes from a cache, so this takes as long as it takes.

    Raises `InfrastructureError` when something could not be graded: that says nothing about the task.
    """
    subjects = list(_subjects(task))
    try:
        first, second = (_grades(arena, task, subjects, profile) for profile in (DEFAULT, _AGAIN))
    except NothingAskedError as error:
        return TaskReport(task=task.id, problems=(f"tests: expected to ask for more; {error}",))
    except InvalidTaskError as error:
        return TaskReport(task=task.id, problems=(f"reference.py: expected to pass every test; {error}",))
    problems: list[str] = []
    for subject, grade, again in zip(subjects, first, second, strict=True):
        problems += (f"{subject.name}: {problem}" for problem in (*_problems(subject.kind, grade), *_differences(grade, again)))
    return TaskReport(task=task.id, graded=len(subjects), problems=tuple(problems))


@dataclass(frozen=True, slots=True)
class _Subject:
    name: str
    kind: str
    """``reference``, ``idle``, ``wrong`` or ``right``."""
    submission: Submission


def _subjects(task: Task) -> Iterator[_Subject]:
    yield _Subject("reference.py", "reference", Submission.of(task.reference))
    names = {"starter": "starter.py", "empty": "an empty file"}
    for name, submission in idle_submissions(task).items():
        yield _Subject(names.get(name, f"a stub that {name}"), "idle", submission)
    for kind, variants in (("wrong", task.wrong), ("right", task.right)):
        for name, text in variants:
            yield _Subject(f"{kind}/{name}", kind, Submission.of(text))


def _grades(arena: Arena, task: Task, subjects: list[_Subject], profile: Profile) -> list[Grade]:
    grades = arena.grade_many([(subject.submission, task) for subject in subjects], profile)
    for subject, grade in zip(subjects, grades, strict=True):
        if grade.reward is None:
            reason = next(each.reason for each in grade.evidence if each.status is Status.FAILED)
            raise InfrastructureError(f"task {task.id} cannot be checked here: {subject.name} could not be graded: {reason}")
    return grades


def _problems(kind: str, grade: Grade) -> Iterator[str]:
    """Yield what ``grade`` should not say of a submission of this kind."""
    reward = grade.score()
    got = f"got {reward:.6g}, {'solved' if grade.solved else 'not solved'}"
    if kind == "reference" and not (reward == 1.0 and grade.solved):
        yield f"expected reward 1, {got}{_cause(grade)}"
    if kind == "idle" and reward != 0.0:
        yield f"expected reward 0, {got}"
    if kind == "wrong" and (reward >= WRONG_BELOW or grade.solved):
        yield f"expected a reward below {WRONG_BELOW}, unsolved; {got}"
    if kind == "right" and not grade.solved:
        yield f"expected to be solved, {got}{_cause(grade)}"
    if kind in ("reference", "right") and grade.flags:
        yield f"expected no flag, got {', '.join(grade.flags)}"


def _cause(grade: Grade) -> str:
    """Return the first finding of ``grade``, to be put behind what it explains."""
    messages = [finding.message for each in grade.evidence for finding in each.findings]
    return f" ({messages[0]})" if messages else ""


def _differences(first: Grade, second: Grade) -> Iterator[str]:
    """Yield what two grades of the same submission do not agree on."""
    if first.reward != second.reward or first.solved != second.solved:
        yield f"expected the same twice, got {first.reward:.6g} and then {second.reward:.6g}"
        return
    if first.flags != second.flags:
        flags = [", ".join(grade.flags) or "none" for grade in (first, second)]
        yield f"expected the same flags twice, got {flags[0]} and then {flags[1]}"
    for one, other in zip(first.evidence, second.evidence, strict=True):
        failed = [[finding.rule + finding.message.partition(": ")[0] for finding in each.findings] for each in (one, other)]
        if one.value != other.value or failed[0] != failed[1]:
            yield f"expected the same of {one.scorer} twice, got {one.reason!r} and then {other.reason!r}"
