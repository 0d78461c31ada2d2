"""The arena: where plugins, configuration and lanes meet, and a submission becomes a grade."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from codearena.builtins import PLUGINS
from codearena.core.cache import Cache, Key
from codearena.core.config import Config, load_config
from codearena.core.errors import InfrastructureError, InvalidTaskError, UnknownTaskError, UsageError, WorkerLost, nearest
from codearena.core.evidence import Evidence, Status
from codearena.core.executor import Executor, TaskSource
from codearena.core.grade import Grade, Resources, SandboxReport
from codearena.core.idle import idle_submissions
from codearena.core.lane import LaneResult, Registration
from codearena.core.plan import Plan, Profile, find_profile, make_plan
from codearena.core.plugins import Plugins
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.lanes import Lanes

Code = str | bytes | Submission | Mapping[str, str]
TaskLike = Task | str | os.PathLike[str] | Mapping[str, Any]


class Arena:
    """Grades submissions. Thread-safe; close it, or use it in a ``with`` statement.

    ``config`` is the merged configuration (by default what `load_config` finds), ``plugins`` are further plugins.
    Opening one is cheap: processes start with the first grade.
    """

    def __init__(self, config: Config | None = None, plugins: Sequence[object] = ()) -> None:
        self.config = config or load_config()
        self.plugins = Plugins(self.config, PLUGINS, plugins)
        self.scorers = self.plugins.scorers()
        self.workers = self.config.workers or len(os.sched_getaffinity(0))
        self._sources: list[TaskSource] = [source for _, source in self.plugins.offers("codearena_task_sources")]
        self._cache: Cache = self.plugins.choose("codearena_cache")
        self._executor: Executor = self.plugins.choose("codearena_executor")
        preload = sorted({scorer.function.__module__ for scorer in self.scorers.values()})
        self._lanes = Lanes(self.plugins.choose("codearena_sandbox"), self.workers, preload)
        self._known: dict[str, tuple[Registration, float]] = {}
        self._plans: dict[tuple[str, str], tuple[Profile, Plan]] = {}
        self._guard = threading.Lock()
        self._registering: dict[str, threading.Lock] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End every process of this arena."""
        self._lanes.close()

    # ------------------------------------------------------------------------------------------------ tasks

    def task_ids(self) -> list[str]:
        """Return the id of every task that a source offers, sorted."""
        return sorted({task_id for source in self._sources for task_id in source.ids()})

    def load_task(self, task: TaskLike) -> Task:
        """Return a task: itself, or by id, by folder, or from the data of `Task.to_dict`.

        Raises `UnknownTaskError` naming the nearest known id, or `InvalidTaskError` for a broken folder or record.
        """
        if isinstance(task, Task):
            return task
        if isinstance(task, Mapping):
            return _from_record(task)
        if isinstance(task, str):
            for source in self._sources:
                found = source.load(task)
                if found is not None:
                    return found
        if os.path.isdir(task):
            from pathlib import Path

            from codearena.tasks.folder import load_folder

            return load_folder(Path(task))
        known = self.task_ids()
        raise UnknownTaskError(
            f"no task and no folder is called {str(task)!r}{nearest(str(task), known)}; `codearena tasks list` shows all"
        )

    # ------------------------------------------------------------------------------------------------ plans

    def plan(self, task: Task, profile: str | Profile | None = None) -> Plan:
        """Return the plan of ``task`` under a profile, registering the task first where that has not been done.

        Registration runs the reference, and finds what doing nothing passes. Raises `InvalidTaskError` when the
        reference fails its own tests.
        """
        chosen = profile if isinstance(profile, Profile) else find_profile(profile or self.config.profile, self.config.profiles)
        key = (task.digest, chosen.name)
        of, plan = self._plans.get(key, (None, None))
        if plan is None or of is not chosen:
            bare = make_plan(chosen, task, self.scorers, seed=self.config.seed)  # bad profiles fail before anything runs
            _, idle = self._registration(task)
            plan = Plan(profile=bare.profile, rule=bare.rule, terms=bare.terms, idle=idle, seed=bare.seed)
            self._plans[key] = (chosen, plan)
        return plan

    def registration(self, task: Task) -> Registration:
        """Return what is known of ``task``: the tests that count, and how they are run."""
        return self._registration(task)[0]

    def _registration(self, task: Task) -> tuple[Registration, float]:
        known = self._known.get(task.digest)
        if known is not None:
            return known
        with self._guard:
            registering = self._registering.setdefault(task.digest, threading.Lock())
        with registering:
            if task.digest not in self._known:
                found = self._register(task)
                self._known[task.digest] = (found, self._idle_share(task, found))
            return self._known[task.digest]

    def _register(self, task: Task) -> Registration:
        aborts = self._lanes.aborts
        try:
            with self._lanes.lend() as lane:
                return lane.register(task)
        except WorkerLost:  # once more, in another lane
            if aborts != self._lanes.aborts:
                raise
            with self._lanes.lend() as lane:
                return lane.register(task)

    def _idle_share(self, task: Task, known: Registration) -> float:
        """Return p₀: the largest share of tests that any way of doing nothing passes."""
        terms = make_plan(_TESTS_ONLY, task, self.scorers, seed=self.config.seed)
        submissions = list(idle_submissions(task).items())
        cards = self._executor.map(lambda pair: self._card(task, pair[1], terms, known), submissions, self.workers)
        shares = [card.evidence[0].value for card in cards]
        if None in shares:
            name = submissions[shares.index(None)][0]
            raise InfrastructureError(f"task {task.id} could not be registered: the idle program {name!r} could not be graded here")
        return max(float(share) for share in shares if share is not None)

    # ------------------------------------------------------------------------------------------------ grades

    def grade(self, code: Code, task: TaskLike, profile: str | Profile | None = None) -> Grade:
        """Grade one submission; see `codearena.grade`."""
        submission, loaded = Submission.of(code), self.load_task(task)
        plan = self.plan(loaded, profile)
        key = (loaded.digest, submission.digest, plan.digest)
        held = self._cache.get(key)
        return held if held is not None else self._grade(submission, loaded, plan, key)

    def grade_many(
        self, jobs: Iterable[tuple[Code, TaskLike]], profile: str | Profile | None = None, workers: int | None = None
    ) -> list[Grade]:
        """Grade many pairs of code and task; see `codearena.grade_many`."""
        prepared = [(Submission.of(code), self.load_task(task)) for code, task in jobs]
        tasks = {task.digest: task for _, task in prepared}
        lanes = max(1, min(workers or self.workers, self.workers))
        try:
            plans = dict(zip(tasks, self._executor.map(lambda task: self.plan(task, profile), list(tasks.values()), lanes), strict=True))
            unique: dict[Key, tuple[Submission, Task, Plan, Key]] = {}
            for submission, task in prepared:
                plan = plans[task.digest]
                key = (task.digest, submission.digest, plan.digest)
                unique.setdefault(key, (submission, task, plan, key))
            graded = dict(zip(unique, self._executor.map(self._grade_job, list(unique.values()), lanes), strict=True))
        except UsageError:
            raise
        except BaseException:  # Ctrl-C included: what still runs is of no use to anybody
            self._lanes.abort()
            raise
        return [graded[(task.digest, submission.digest, plans[task.digest].digest)] for submission, task in prepared]

    def _grade_job(self, job: tuple[Submission, Task, Plan, Key]) -> Grade:
        held = self._cache.get(job[3])
        return held if held is not None else self._grade(*job)

    def _grade(self, submission: Submission, task: Task, plan: Plan, key: Key) -> Grade:
        known, _ = self._known[task.digest]
        card = self._card(task, submission, plan, known)
        grade = Grade.of(
            plan=plan,
            evidence=card.evidence,
            task=task.id,
            task_digest=task.digest,
            submission_digest=submission.digest,
            resources=card.resources,
            sandbox=card.sandbox,
        )
        if grade.reward is not None:
            self._cache.put(key, grade)
        for evidence in grade.evidence:
            self.plugins.announce("codearena_evidence_found", task=task, evidence=evidence)
        self.plugins.announce("codearena_grade_finished", task=task, grade=grade)
        return grade

    def _card(self, task: Task, submission: Submission, plan: Plan, known: Registration) -> LaneResult:
        """Score in a lane; what goes wrong there is tried once more in another, and is then ours."""
        lost, aborts = "", self._lanes.aborts
        for attempt in (1, 2):
            try:
                with self._lanes.lend() as lane:
                    card = lane.score(task, submission, plan, known)
            except InfrastructureError as error:
                if aborts != self._lanes.aborts:
                    raise
                lost = str(error)
                continue
            advisers = {term.scorer for term in plan.terms if term.role == "advisory"}
            if attempt == 2 or not any(each.status is Status.FAILED and each.scorer not in advisers for each in card.evidence):
                return card
        return _failed_card(plan, lost)


def _failed_card(plan: Plan, reason: str) -> LaneResult:
    evidence = tuple(
        Evidence(scorer=term.scorer, version=term.version, status=Status.FAILED, value=None, reason=reason) for term in plan.terms
    )
    return LaneResult(evidence=evidence, resources=Resources(), sandbox=SandboxReport(level="none"))


def _from_record(record: Mapping[str, Any]) -> Task:
    try:
        return Task.from_dict(record)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidTaskError(
            f"this record is not a task ({type(error).__name__}: {error}); expected what Task.to_dict() returns"
        ) from error


_TESTS_ONLY = Profile(
    name="tests-only", entries=tuple(entry for entry in find_profile("default", Config().profiles).entries if entry.scorer == "tests")
)
