"""The arena: where plugins, configuration and lanes meet, and a submission becomes a grade."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Self

from codearena.builtins import PLUGINS
from codearena.core.cache import Cache, Key
from codearena.core.compose import share_passed
from codearena.core.config import Config, is_file, load_config, named_profile
from codearena.core.digest import digest
from codearena.core.errors import (
    InfrastructureError,
    InvalidTaskError,
    JudgeUnavailable,
    NothingAskedError,
    UnknownTaskError,
    UsageError,
    WorkerLost,
    nearest,
)
from codearena.core.evidence import Evidence, Status
from codearena.core.executor import Executor, TaskSource
from codearena.core.grade import Grade, Resources, SandboxReport
from codearena.core.idle import idle_submissions
from codearena.core.judge import JudgeClient
from codearena.core.lane import LaneResult, Registration
from codearena.core.plan import CORRECT, Plan, Profile, make_plan
from codearena.core.plugins import Plugins
from codearena.core.profiles import DEFAULT
from codearena.core.submission import Submission
from codearena.core.task import Task
from codearena.lanes import Lanes

Idle = Mapping[str, Mapping[str, float]]
"""For each way of doing nothing, by name, the values of tests and properties."""
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
        self._known: dict[str, tuple[Registration, Idle]] = {}
        self._plans: dict[tuple[str, str], tuple[Profile, Plan]] = {}
        self._profiles: dict[str, Profile] = {}
        self._judge: JudgeClient | None = self.plugins.choose("codearena_judge_client") if self.config.judge_model else None
        self._guard = threading.Lock()
        self._registering: dict[str, threading.Lock] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End every process of this arena."""
        self._lanes.close()
        if self._judge is not None:
            self._judge.close()

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
        chosen = self.profile(profile or self.config.profile)
        key = (task.digest, chosen.name)
        of, plan = self._plans.get(key, (None, None))
        if plan is None or of is not chosen:
            config = self.config
            bare = make_plan(chosen, task, self.scorers, seed=digest(config.seed), judge=config.judge_model)  # bad profiles fail first
            _, idle = self._registration(task)
            scored = {term.scorer for term in bare.terms}
            plan = replace(bare, idle=max(share_passed({k: v for k, v in values.items() if k in scored}) for values in idle.values()))
            if plan.idle >= 1.0 and plan.rule == "correctness-first":
                enough = [name for name, values in idle.items() if share_passed({k: v for k, v in values.items() if k in scored}) >= 1.0]
                raise NothingAskedError(f"task {task.id}: doing nothing passes all that profile {chosen.name!r} asks: {', '.join(enough)}")
            self._plans[key] = (chosen, plan)
        return plan

    def profile(self, profile: str | Profile) -> Profile:
        """Return a profile: itself, by name, or by the TOML or YAML file that holds it; raises `ConfigError`."""
        if isinstance(profile, Profile):
            return profile
        if not is_file(profile):
            return named_profile(profile, self.config.profiles)
        if profile not in self._profiles:
            self._profiles[profile] = named_profile(profile, self.config.profiles)
        return self._profiles[profile]

    def registration(self, task: Task) -> Registration:
        """Return what is known of ``task``: the tests that count, how they are run, the same of properties and workload."""
        return self._registration(task)[0]

    def _registration(self, task: Task) -> tuple[Registration, Idle]:
        known = self._known.get(task.digest)
        if known is not None:
            return known
        with self._guard:
            registering = self._registering.setdefault(task.digest, threading.Lock())
        with registering:
            if task.digest not in self._known:
                found = self._register(task)
                self._known[task.digest] = (found, self._idle_values(task, found))
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

    def _idle_values(self, task: Task, known: Registration) -> Idle:
        """Return what each way of doing nothing achieves in tests, and in properties where there are any."""
        terms = make_plan(_CORRECTNESS_ONLY, task, self.scorers, seed=digest(self.config.seed))
        submissions = list(idle_submissions(task).items())
        cards = self._executor.map(lambda pair: self._card(task, pair[1], terms, known), submissions, self.workers)
        found = {}
        for (name, _), card in zip(submissions, cards, strict=True):
            values = {each.scorer: each.value for each in card.evidence if each.value is not None}
            if len(values) < len(terms.terms):
                raise InfrastructureError(f"task {task.id} could not be registered: the idle program {name!r} could not be graded here")
            found[name] = values
        return found

    # ------------------------------------------------------------------------------------------------ grades

    def grade(self, code: Code, task: TaskLike, profile: str | Profile | None = None) -> Grade:
        """Grade one submission; see `codearena.grade`."""
        submission, loaded = Submission.of(code), self.load_task(task)
        plan = self.plan(loaded, profile)
        key = self._key(submission, loaded, plan)
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
                key = self._key(submission, task, plan)
                unique.setdefault(key, (submission, task, plan, key))
            graded = dict(zip(unique, self._executor.map(self._grade_job, list(unique.values()), lanes), strict=True))
        except UsageError:
            raise
        except BaseException:  # Ctrl-C included: what still runs is of no use to anybody
            self._lanes.abort()
            raise
        return [graded[self._key(submission, task, plans[task.digest])] for submission, task in prepared]

    def _key(self, submission: Submission, task: Task, plan: Plan) -> Key:
        return (task.digest, submission.digest, plan.digest + "/thorough" * self.config.thorough)

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
                    card = lane.score(task, submission, plan, known, thorough=self.config.thorough, ask=self._ask)
            except InfrastructureError as error:
                if aborts != self._lanes.aborts:
                    raise
                lost = str(error)
                continue
            advisers = {term.scorer for term in plan.terms if term.role == "advisory"}
            if attempt == 2 or not any(each.status is Status.FAILED and each.scorer not in advisers for each in card.evidence):
                return card
        return _failed_card(plan, lost)

    def _ask(self, request: Mapping[str, Any]) -> str:
        if self._judge is None:
            raise JudgeUnavailable("no judge is configured; set judge_url and judge_model")
        return self._judge.ask(request)


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


_CORRECTNESS_ONLY = Profile(name="correctness-only", entries=tuple(entry for entry in DEFAULT.entries if entry.scorer in CORRECT))
