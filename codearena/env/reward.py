"""The reward function: one call grades a batch of completions."""

from __future__ import annotations

import importlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from weakref import finalize

from codearena.api import default_arena
from codearena.arena import Arena, TaskLike
from codearena.core.config import Config, load_config, named_profile
from codearena.core.errors import InfrastructureError, SandboxUnavailable, TooManyUnscored, UsageError, nearest
from codearena.core.evidence import Status
from codearena.core.grade import Grade
from codearena.core.plan import Profile
from codearena.core.submission import MAX_BYTES
from codearena.core.task import Task
from codearena.env.extract import Completion, extract_code

WINDOW = 1000
"""How many of the latest completions the share of ungraded ones is taken over."""

ENOUGH = 20
"""How many completions must have been seen before that share can stop a training."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    reward: float | None
    solved: bool = False
    flags: str = ""
    reason: str = ""
    """Why there is no reward; empty where there is one."""


class Reward:
    """A reward function for trainers such as TRL's: one call per batch, parallel inside, duplicates graded once.

    Each completion earns what `codearena.grade` gives the code in it (`extract_code` says which part that is), and
    None where *we* could not grade, which TRL leaves out of the gradient. When that happens to more than
    ``max_ungraded`` of the latest `WINDOW` completions, and `ENOUGH` have been seen, the call raises
    `TooManyUnscored`. Nothing that a completion contains raises.

    ``task_column`` names the column of the data set that holds a task in each row: its id, its folder or its record.
    ``name`` stands for this function in the trainer's logs. ``workers`` (default: every core), or else all of
    ``config``, and further ``plugins`` are those of `Arena`; without any, the arena of `codearena.grade` serves.

    Holds settings only: it can be pickled and copied before and after use, called from several threads, and opens an
    arena of its own in a forked process. Configuration is read here, so that every copy gives the same reward.

    Raises `ConfigError` for an unknown profile or a broken configuration, `UsageError` for other wrong settings.
    """

    def __init__(
        self,
        profile: str | Profile = "default",
        task_column: str = "task",
        max_ungraded: float = 0.05,
        *,
        name: str = "codearena",
        workers: int | None = None,
        config: Config | None = None,
        plugins: Iterable[object] = (),
    ) -> None:
        if isinstance(max_ungraded, bool) or not isinstance(max_ungraded, int | float) or not 0 <= max_ungraded <= 1:
            raise UsageError(f"max_ungraded is the share of a batch that may stay ungraded, a number from 0 to 1, not {max_ungraded!r}")
        if config is not None and workers is not None:
            raise UsageError("workers and config were both given; a config has workers of its own")
        self.__name__ = name
        self.config = load_config(workers=workers) if config is None else config
        self.profile = profile if isinstance(profile, Profile) else named_profile(profile, self.config.profiles)
        self.task_column = task_column
        self.max_ungraded = float(max_ungraded)
        self.plugins = tuple(plugins)
        self._forget()

    def __call__(
        self,
        prompts: Sequence[object] | None = None,
        completions: Sequence[Completion] | None = None,
        task: Sequence[TaskLike] | None = None,
        *,
        log_metric: Callable[[str, float], None] | None = None,
        log_extra: Callable[[str, list[Any]], None] | None = None,
        **columns: object,
    ) -> list[float | None]:
        """Return the reward of each completion, in order: a float in [0, 1], or None where we could not grade.

        ``completions`` are texts or lists of messages; ``task``, or the column that was named instead, has a task for
        each. Prompts and other columns are not looked at. With ``log_metric`` and ``log_extra``, as TRL passes them,
        the shares of solved and of ungraded completions are logged, and each completion's flags.

        Raises `UsageError` for a batch that is not of this shape, `UnknownTaskError` and `InvalidTaskError` for its
        tasks, `SandboxUnavailable` when this machine cannot isolate, and `TooManyUnscored`.
        """
        texts = _rows(completions, "completions")
        arena = self._arena()
        tasks = self._tasks(arena, {**columns, "task": task}, len(texts))
        jobs = [(_code(row, text, each), each) for row, (text, each) in enumerate(zip(texts, tasks, strict=True))]
        outcomes = self._graded(arena, jobs)
        self._log(outcomes, log_metric, log_extra)
        self._guard(outcomes)
        return [outcome.reward for outcome in outcomes]

    def close(self) -> None:
        """End the processes of this function's own arena in this process; the next call opens another one."""
        held = self._arenas.pop(os.getpid(), None)
        if held is not None:
            held[1]()

    # ------------------------------------------------------------------------------------------------ the arena

    def _forget(self) -> None:
        self._arenas: dict[int, tuple[Arena, finalize[..., Reward]]] = {}
        self._recent: deque[str] = deque(maxlen=WINDOW)  # why a completion was not graded; empty where it was

    def __getstate__(self) -> dict[str, object]:
        settings = {name: value for name, value in vars(self).items() if name not in ("_arenas", "_recent")}
        return settings | {"plugins": tuple(_Module(each) if isinstance(each, ModuleType) else each for each in self.plugins)}

    def __setstate__(self, settings: Mapping[str, object]) -> None:
        vars(self).update(settings)
        self._forget()

    def _arena(self) -> Arena:
        """Return this process's arena: the one of `codearena.grade` where it is set up in the same way."""
        if not self.plugins:
            shared = default_arena()
            if shared.config == self.config:
                return shared
        pid = os.getpid()
        held = self._arenas.get(pid)
        if held is None:
            for parent in list(self._arenas):
                if parent != pid and (inherited := self._arenas.pop(parent, None)):
                    inherited[1].detach()  # its lanes are not ours to close
            opened = Arena(self.config, self.plugins)
            # Without a lock, which another thread may hold while this process forks: the first of several wins, and
            # the others have not started anything yet.
            held = self._arenas.setdefault(pid, (opened, finalize(self, _close, opened, pid)))
        return held[0]

    # ------------------------------------------------------------------------------------------------ the batch

    def _tasks(self, arena: Arena, columns: Mapping[str, object], count: int) -> list[Task]:
        column = columns.get(self.task_column)
        if column is None:
            given = sorted(name for name, values in columns.items() if values is not None)
            raise UsageError(
                f"no column {self.task_column!r}{nearest(self.task_column, given)}: the data set needs one with a task's id, folder or "
                f"record in each row, or task_column names it; given: {', '.join(given) or 'no column'}"
            )
        entries = _rows(column, f"the column {self.task_column!r}")
        if len(entries) != count:
            raise UsageError(f"{count} completions, but {len(entries)} tasks in the column {self.task_column!r}; expected one for each")
        loaded: dict[object, Task] = {}
        tasks = []
        for row, entry in enumerate(entries):
            if not isinstance(entry, str | os.PathLike | Task | Mapping):
                raise UsageError(f"row {row} of the column {self.task_column!r} is {entry!r:.80}, not a task's id, folder or record")
            key = entry if isinstance(entry, str | os.PathLike) else id(entry)
            if key not in loaded:
                loaded[key] = arena.load_task(_present(entry) if isinstance(entry, Mapping) else entry)
            tasks.append(loaded[key])
        return tasks

    def _graded(self, arena: Arena, jobs: Sequence[tuple[str, Task]]) -> list[_Outcome]:
        tasks = {task.digest: task for _, task in jobs}
        lost = {digest: reason for digest, task in tasks.items() if (reason := self._unplanned(arena, task))}
        grades: list[Grade] = []
        try:
            grades = arena.grade_many([job for job in jobs if job[1].digest not in lost], self.profile)
        except InfrastructureError as error:
            lost = {**dict.fromkeys(tasks, _reason(error)), **lost}
        made = iter(grades)
        return [_lost(lost[task.digest]) if task.digest in lost else _outcome(next(made)) for _, task in jobs]

    def _unplanned(self, arena: Arena, task: Task) -> str:
        """Return why ``task`` cannot be graded here and now; empty where it can."""
        reason = ""
        for _ in range(2):
            try:
                arena.plan(task, self.profile)
            except InfrastructureError as error:
                if isinstance(error, SandboxUnavailable) and "" not in self._recent:
                    raise  # it never worked here: a matter of setting up, not of bad luck
                reason = _reason(error)
            else:
                return ""
        return reason

    # ------------------------------------------------------------------------------------------------ the trainer

    def _log(
        self,
        outcomes: Sequence[_Outcome],
        log_metric: Callable[[str, float], None] | None,
        log_extra: Callable[[str, list[Any]], None] | None,
    ) -> None:
        graded = [outcome for outcome in outcomes if outcome.reward is not None]
        if log_metric is not None and outcomes:
            log_metric(f"{self.__name__}/ungraded", (len(outcomes) - len(graded)) / len(outcomes))
            if graded:
                log_metric(f"{self.__name__}/solved", sum(outcome.solved for outcome in graded) / len(graded))
        if log_extra is not None:
            log_extra(f"{self.__name__}/flags", [outcome.flags for outcome in outcomes])

    def _guard(self, outcomes: Sequence[_Outcome]) -> None:
        self._recent.extend([outcome.reason for outcome in outcomes])
        recent = list(self._recent)
        reasons = [reason for reason in recent if reason]
        if len(recent) >= ENOUGH and len(reasons) > self.max_ungraded * len(recent):
            raise TooManyUnscored(
                f"{len(reasons)} of the latest {len(recent)} completions ({len(reasons) / len(recent):.1%}) could not be graded, "
                f"more than max_ungraded = {self.max_ungraded:.1%}, and training on the rest would mislead; the first reason: {reasons[0]}"
            )


class _Module:
    """Stands for a module in a pickle, which cannot hold one."""

    def __init__(self, module: ModuleType) -> None:
        self._name = module.__name__

    def __reduce__(self) -> tuple[Callable[[str], ModuleType], tuple[str]]:
        return importlib.import_module, (self._name,)


def _close(arena: Arena, pid: int) -> None:
    if os.getpid() == pid:
        arena.close()


def _rows(values: object, name: str) -> list[Any]:
    if values is None or isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        kind = "nothing" if values is None else type(values).__name__
        raise UsageError(f"{name}: expected a list with one entry for each completion, not {kind}")
    return list(values)


def _code(row: int, completion: Completion, task: Task) -> str:
    try:
        code = extract_code(completion, task.entry_points, task.language)
    except UsageError as error:
        raise UsageError(f"completion {row} cannot be read: {error}") from None
    return code[: MAX_BYTES + 1]  # too long to be looked at either way, and the rest need not travel


def _present(record: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is None: a table holds it wherever another row has a key that this record lacks."""
    return {key: _present(value) if isinstance(value, Mapping) else value for key, value in record.items() if value is not None}


def _outcome(grade: Grade) -> _Outcome:
    if grade.reward is None:
        failed = [f"{each.scorer}: {each.reason}" for each in grade.evidence if each.status is Status.FAILED]
        return _lost(f"task {grade.task}: {'; '.join(failed)}")
    return _Outcome(reward=grade.reward, solved=grade.solved, flags=", ".join(grade.flags))


def _lost(reason: str) -> _Outcome:
    return _Outcome(reward=None, flags="ungraded", reason=reason)


def _reason(error: InfrastructureError) -> str:
    return f"{type(error).__name__}: {error}"
