"""The hooks. They offer, choose and announce; none computes a reward.

Offers are collected once per arena and sorted by name, so installing a package never changes a reward. A choice takes
the first answer, and the built-in one answers last. Announcements are called behind a guard: what they raise is
logged and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from codearena.core.cache import Cache
    from codearena.core.config import Config
    from codearena.core.contracts import Scorer
    from codearena.core.evidence import Evidence
    from codearena.core.executor import Executor, TaskSource
    from codearena.core.grade import Grade
    from codearena.core.judge import JudgeClient
    from codearena.core.lane import LaneFactory
    from codearena.core.task import Task

NAME = "codearena"
hookspec = pluggy.HookspecMarker(NAME)
hookimpl = pluggy.HookimplMarker(NAME)
"""Marks a function of a plugin as the implementation of the hook of the same name."""


# ------------------------------------------------------------------------------------------------ offers


@hookspec
def codearena_scorers(config: Config) -> Iterable[Scorer]:  # type: ignore[empty-body]
    """Offer scorers.

    Called once per arena, before the first grade. ``config`` is the merged configuration. Return any number of
    objects made by ``@codearena.scorer``; two with the same name are a conflict that stops the arena. A scorer takes
    part in a reward only where a profile names it.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


@hookspec
def codearena_task_sources(config: Config) -> Iterable[TaskSource]:  # type: ignore[empty-body]
    """Offer places where tasks are found by id.

    Called once per arena. Return objects with ``ids()`` and ``load(id)``; an id offered twice is taken from the
    first source in plugin order.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


# ------------------------------------------------------------------------------------------------ choices


@hookspec(firstresult=True)
def codearena_sandbox(config: Config) -> LaneFactory | None:
    """Choose what runs submissions: a callable that opens one lane.

    Called once per arena. Return None to leave the choice to the next plugin; the built-in one answers last.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


@hookspec(firstresult=True)
def codearena_executor(config: Config) -> Executor | None:
    """Choose what maps many grades over the machine, or over several.

    Called once per arena. Return None to leave the choice to the next plugin; the built-in one uses the local lanes.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


@hookspec(firstresult=True)
def codearena_cache(config: Config) -> Cache | None:
    """Choose where finished grades are kept.

    Called once per arena. Return None to leave the choice to the next plugin; the built-in one keeps them in memory.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


@hookspec(firstresult=True)
def codearena_judge_client(config: Config) -> JudgeClient | None:
    """Choose what reaches the language model that judges.

    Called once per arena, and only where the configuration names a ``judge_model``. Return None to leave the choice to
    the next plugin; the built-in one speaks to any OpenAI-compatible endpoint.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


# ------------------------------------------------------------------------------------------------ moments


@hookspec
def codearena_evidence_found(task: Task, evidence: Evidence) -> None:
    """Announce one piece of evidence of a grade that was just made.

    Called in the caller's process, after the reward stands; not for grades from a cache. The result is ignored, and
    what is raised is logged.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """


@hookspec
def codearena_grade_finished(task: Task, grade: Grade) -> None:
    """Announce a grade that was just made.

    Called in the caller's process, after ``codearena_evidence_found``; not for grades from a cache. The result is
    ignored, and what is raised is logged.

    May be implemented by: built-in modules, entry points, configuration, arguments.
    """
