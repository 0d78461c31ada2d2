"""``codearena regrade``: what recorded evidence is worth, without running anything."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from codearena.cli.grade import record
from codearena.core.errors import UsageError
from codearena.core.evidence import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codearena.arena import Arena
    from codearena.cli import Commands
    from codearena.core.grade import Grade
    from codearena.core.plan import Plan

_DESCRIPTION = """Compose the evidence of recorded grades again, and print the records.

RECORDS.jsonl holds what `codearena grade --json` printed, one object per line. Nothing runs.
Without --profile each record is composed under its own plan, so that what is printed is what was read."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "regrade",
        help="compose recorded evidence again",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("records", metavar="RECORDS.jsonl", help="records; - is standard input")
    parser.add_argument("--profile", metavar="P", help="weigh the evidence as this profile does")
    parser.add_argument("--task", metavar="ID|DIR", help="the task of the records, where its id does not find it (with --profile)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print each record, composed again; stop at the first line that is none."""
    from codearena.arena import Arena

    with Arena() as arena:
        plans = _Plans(arena, arguments.profile, arguments.task) if arguments.profile else None
        for number, line in enumerate(_lines(arguments.records), start=1):
            if not line.strip():
                continue
            try:
                grade = _parse(line)
                text = record(grade.regrade(plans.plan(grade) if plans else None))
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
                raise UsageError(f"{arguments.records}, line {number}: {_what(error)}") from error
            print(text)
    return 0


class _Plans:
    """Plans for recorded grades under another profile, each made once."""

    def __init__(self, arena: Arena, profile: str, task: str | None) -> None:
        self._arena, self._task = arena, task
        self._profile = arena.profile(profile)
        self._made: dict[str, Plan] = {}

    def plan(self, grade: Grade) -> Plan:
        """Return the plan for ``grade``; raises `UsageError` where its evidence is not what that plan asks for."""
        key = f"{grade.task_digest} {grade.plan_digest}"
        if key not in self._made:
            self._made[key] = self._make(grade)
        _check_evidence(grade, self._made[key])
        return self._made[key]

    def _make(self, grade: Grade) -> Plan:
        from codearena.core.plan import make_plan

        task = self._arena.load_task(self._task or grade.task)
        if task.digest != grade.task_digest:
            raise UsageError(f"task {task.id} is not what it was when this was graded; grade again")
        # The share that doing nothing passes, and who judged, stand in the record: no need to find them again.
        was = grade.plan
        plan = make_plan(self._profile, task, self._arena.scorers, idle=was.idle, seed=was.seed, judge=was.judge)
        if was.idle and _asked(plan) != _asked(was):
            raise UsageError(f"{plan.profile!r} asks for other properties, of which doing nothing may do another share; grade again")
        return plan


def _asked(plan: Plan) -> set[str]:
    from codearena.core.plan import CORRECT

    return {term.scorer for term in plan.terms} & set(CORRECT)


def _check_evidence(grade: Grade, plan: Plan) -> None:
    """Raise `UsageError` where the scorers of ``plan`` would not have found what ``grade`` recorded."""
    from codearena.core.compose import is_decided

    held = {each.scorer: each for each in grade.evidence}
    were = {term.scorer: term for term in grade.plan.terms}
    terms = [term for term in plan.terms if term.scorer in held]  # of what is missing, `Grade.regrade` speaks
    for term in terms:
        if term.scorer not in were:
            raise UsageError(
                f"it was regraded before, and does not say how its evidence of {term.scorer} was found; regrade the first record"
            )
        if (term.version, term.options) != (held[term.scorer].version, were[term.scorer].options):
            raise UsageError(f"its evidence of {term.scorer} is by another version of that scorer, or under other options; grade again")
    known = {name: each.value or 0.0 for name, each in held.items() if each.status is not Status.SKIPPED}
    skipped = [term for term in terms if term.scorer not in known and term.role != "advisory"]
    needed = [term.scorer for term in skipped if not is_decided(term, known, plan)]
    if needed:
        raise UsageError(
            f"it has no evidence of {', '.join(needed)}, which made no difference then and would under {plan.profile!r}; grade again"
        )


def _lines(name: str) -> Iterator[bytes]:
    if name == "-":
        yield from sys.stdin.buffer
        return
    try:
        with open(name, "rb") as file:
            yield from file
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error


def _parse(line: bytes) -> Grade:
    import json

    from codearena.core.grade import Grade

    data = json.loads(line, parse_constant=_refuse)
    if not isinstance(data, dict):
        raise UsageError("not a JSON object")
    grade = Grade.from_dict(data)
    for evidence in grade.evidence:
        if evidence.value is not None and not 0.0 <= evidence.value <= 1.0:
            raise UsageError(f"the value of {evidence.scorer} is {evidence.value!r}; expected a number from 0 to 1")
    return grade


def _refuse(constant: str) -> NoReturn:
    raise UsageError(f"{constant} is no number of JSON")


def _what(error: Exception) -> str:
    from json import JSONDecodeError

    if isinstance(error, UsageError):
        return str(error)
    if isinstance(error, JSONDecodeError | UnicodeDecodeError):
        return f"not JSON: {error}"
    if isinstance(error, KeyError):
        return f"not a grade: {error} is missing; expected what `codearena grade --json` prints"
    return f"not a grade ({type(error).__name__}: {error}); expected what `codearena grade --json` prints"
