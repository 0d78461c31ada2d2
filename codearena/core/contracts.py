"""What plugins offer: a scorer is a function of a case, with a declaration."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from codearena.core.errors import ContractError, PluginLoadError, nearest

if TYPE_CHECKING:
    from codearena.core.case import Case
    from codearena.core.evidence import Evidence
    from codearena.core.task import Task

Stage = Literal["static", "execution", "analysis", "judge"]
STAGES: tuple[Stage, ...] = ("static", "execution", "analysis", "judge")
"""Cheap first, the order in which scorers of a plan run: a look at the text, the tests, tools of many milliseconds, models."""

ScorerFunction = Callable[["Case"], "float | Evidence"]


@dataclass(frozen=True, kw_only=True)
class Scorer:
    """A named way to look at a submission. Calling it calls the function; pickling it stores where it lives."""

    name: str
    """Lower-case words with hyphens; unique among all plugins."""
    function: ScorerFunction
    stage: Stage
    version: str
    """Changes whenever the same submission may score differently."""
    applies: Callable[[Task], bool] | None = None
    """Whether the scorer has something to say of a task. It may decline a task, never a submission."""
    prepare: Callable[[], None] | None = None
    """Called once in the process from which the scorer's workers are forked: to import what is heavy, and to warm it."""

    def __call__(self, case: Case) -> float | Evidence:
        """Call the function."""
        return self.function(case)

    @property
    def where(self) -> str:
        """``module:name`` under which a worker process finds this scorer."""
        return f"{self.function.__module__}:{self.function.__qualname__}"

    def __reduce__(self) -> tuple[Any, ...]:
        return find_scorer, (self.where,)


def scorer(
    *,
    stage: Stage,
    version: str,
    name: str | None = None,
    applies: Callable[[Task], bool] | None = None,
    prepare: Callable[[], None] | None = None,
) -> Callable[[ScorerFunction], Scorer]:
    """Declare the decorated function a scorer: it takes a `Case`, and returns a float in [0, 1] or `Evidence`.

    The function must be pure (same case, same answer), must stand at module level, and runs in a worker process that
    may be killed. ``name`` defaults to the function's name with hyphens. ``applies`` says for which tasks the scorer is
    meant. ``prepare`` is where heavy modules are imported: the module of a scorer is also imported by callers.

    >>> @scorer(stage="static", version="1")
    ... def no_print(case):
    ...     return 0.0 if case.source.calls("print") else 1.0
    >>> no_print.name, no_print.stage
    ('no-print', 'static')
    """
    if stage not in STAGES:
        raise ContractError(f"scorer stage {stage!r} is not one of {', '.join(STAGES)}{nearest(stage, STAGES)}")

    def declare(function: ScorerFunction) -> Scorer:
        chosen = name or function.__name__.replace("_", "-")
        return Scorer(name=chosen, function=function, stage=stage, version=version, applies=applies, prepare=prepare)

    return declare


def find_scorer(where: str) -> Scorer:
    """Return the scorer at ``module:name``, importing the module. Raises `PluginLoadError` when it is not there."""
    module, _, name = where.partition(":")
    try:
        if module not in sys.modules:
            importlib.import_module(module)
        found = getattr(sys.modules[module], name)
    except (ImportError, AttributeError) as error:
        raise PluginLoadError(
            f"scorer {where!r} cannot be imported in a worker process ({error}); "
            "define it at the top level of an importable module, not in __main__ or inside a function"
        ) from error
    if not isinstance(found, Scorer):
        raise PluginLoadError(f"{where!r} is a {type(found).__name__}, not a scorer; decorate it with @codearena.scorer(...)")
    return found
