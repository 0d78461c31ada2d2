"""What a lane finds out about a suite of a task by running its reference, before it grades anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from codearena.core.case import Run
from codearena.core.errors import InvalidTaskError
from codearena.core.submission import Submission
from codearena.sandbox.runner import Runner
from codearena.sandbox.watch import Registered
from codearena.sandbox.wire import Message


class Learning:
    """Learns one suite: the tests that count, how they must be run, and what they do with objects of a submission."""

    def __init__(self, runner: Runner, known: Registered) -> None:
        self._runner, self._known = runner, known
        self._files = Submission.of(known.task.reference).files
        self._place = f"task {known.task.id}" if known.what == "tests" else f"task {known.task.id}, {known.what}.py"

    def learn(self) -> None:
        """Fill in what is known. Raises `InvalidTaskError` when the reference does not do what its task asks."""
        known = self._known
        if known.is_program:
            self._run_as_program()
            return
        listing = self._runner.listing(known)
        if known.what != "tests" and listing["errors"]:
            raise InvalidTaskError(f"{self._place} cannot be used: {'; '.join(listing['errors'])}")
        if known.what == "workload":
            self._calibrate()
            return
        if listing["errors"]:  # perhaps only because there is no submission yet
            self._runner.forget(known)
            known.mode = "fresh"
        elif not listing["tests"]:
            raise InvalidTaskError(f"{self._place}: its test files hold no test")
        first = self._run()
        counted = [each for each in first if not each["skipped"]]
        known.tests = tuple(each["id"] for each in counted)
        if not known.tests:
            raise InvalidTaskError(f"{self._place}: its reference skips every test")
        self._refuse_failures(counted)
        if known.mode == "hot" and not (listing["stateless"] and self._repeats(first)):
            known.mode = "forked"
        self._runner.forget(known)  # the learning one has seen several runs
        known.permitted = {each["id"]: each["operators"] for each in counted if each["operators"]}

    def _run_as_program(self) -> None:
        """Run the reference on every case, twice: it must print the same."""
        known = self._known
        known.mode, known.permitted = "program", {}
        known.tests = tuple(each["id"] for each in self._run())
        for _ in range(2):
            self._refuse_failures(self._run())

    def _calibrate(self) -> None:
        """Choose sizes by the work of the reference, and check that it does the same again."""
        known = self._known
        work = {each["id"]: each["work"] for each in self._run()}
        known.work, known.tests = work, tuple(work)
        again = self._run()
        self._refuse_failures(again)
        if {each["id"]: each["work"] for each in again} != work:
            raise InvalidTaskError(f"{self._place}: its reference does another amount of work each time")
        known.permitted = {}

    def _run(self, *, reverse: bool = False) -> list[Message]:
        run, report = self._runner.run(self._known, self._files, reverse=reverse)
        if not report["results"]:
            raise InvalidTaskError(f"{self._place}: its reference does not run: {'; '.join(_reasons(run, report)) or 'no test was found'}")
        self._known.visible = frozenset(test for test, shown in report["tests"] if shown)
        return list(report["results"])

    def _refuse_failures(self, outcomes: Sequence[dict[str, Any]]) -> None:
        failed = [each for each in outcomes if not each["passed"]]
        if failed:
            shown = "; ".join(f"{each['id']}: {each['reason']}" for each in failed[:3])
            raise InvalidTaskError(f"{self._place}: its reference fails {len(failed)} of {len(outcomes)} tests: {shown}")

    def _repeats(self, first: list[Message]) -> bool:
        """Whether the tests say the same again, and in reverse order."""
        expected = {each["id"]: each["passed"] for each in first}
        return all({each["id"]: each["passed"] for each in self._run(reverse=reverse)} == expected for reverse in (True, False))


def _reasons(run: Run, report: Message) -> list[str]:
    return [*report.get("errors", ()), *([run.reason] if run.reason else [])]
