"""A lane: one place where submissions run, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from codearena.core.evidence import Evidence
from codearena.core.grade import Resources, SandboxReport
from codearena.core.plan import Plan
from codearena.core.submission import Submission
from codearena.core.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneResult:
    """What a lane returns of one submission: evidence for each term of the plan, not yet weighed."""

    evidence: tuple[Evidence, ...]
    resources: Resources
    sandbox: SandboxReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What a lane found out about a task before it graded anything; other lanes take it over."""

    tests: tuple[str, ...]
    """Ids of the tests that count: the denominator, fixed before any submission is seen."""
    visible: tuple[str, ...]
    """Those of them that a solver may see."""
    mode: str
    """``hot``: one oracle serves many grades; ``forked``: a fork of it each; ``fresh``: collected anew for each."""
    permitted: Mapping[str, Sequence[str]]
    """Operators that each test uses on the reference's objects, and may therefore use on a submission's."""
    work: Mapping[str, int] = field(default_factory=dict)
    """Of a workload: operations counted in the reference for each ``SHAPE/N``, its "test"."""
    properties: Registration | None = None
    """The same of the task's properties, where it has any."""
    workload: Registration | None = None
    """The same of the task's workload, where it has one."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data; `from_dict` is its inverse."""
        permitted = {test: list(names) for test, names in self.permitted.items()}
        further = {name: None if part is None else part.to_dict() for name, part in self.parts.items()}
        own = {"tests": list(self.tests), "visible": list(self.visible), "mode": self.mode, "permitted": permitted}
        return own | {"work": dict(self.work)} | further

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Registration:
        """Rebuild a registration from `to_dict`'s data."""
        parts = {name: None if data.get(name) is None else cls.from_dict(data[name]) for name in ("properties", "workload")}
        return cls(
            tests=tuple(data["tests"]),
            visible=tuple(data["visible"]),
            mode=data["mode"],
            permitted=data["permitted"],
            work=data["work"],
            properties=parts["properties"],
            workload=parts["workload"],
        )

    @property
    def parts(self) -> dict[str, Registration | None]:
        """What was found out beside the tests, by the name of the suite."""
        return {"properties": self.properties, "workload": self.workload}


AskJudge = Callable[[Mapping[str, Any]], str]
"""Puts a request of `Case.ask` to the configured model; called by a lane in the caller's process."""


class Lane(Protocol):
    """Runs submissions in isolation. Used by one thread at a time."""

    sandbox: SandboxReport
    """Where submissions run here."""

    def register(self, task: Task, known: Registration | None = None) -> Registration:
        """Load ``task``; without ``known``, run its reference to learn what counts.

        Raises `InvalidTaskError` when the reference fails its own tests, or the tests cannot be run.
        """

    def score(
        self, task: Task, submission: Submission, plan: Plan, known: Registration, *, thorough: bool = False, ask: AskJudge | None = None
    ) -> LaneResult:
        """Walk ``plan``; with ``thorough``, run what can change the reward no more, and shrink counterexamples.

        Judges put their questions through ``ask``, which is called here in the caller's process.
        Raises `InfrastructureError` when the lane is lost; it must then be closed and replaced.
        """

    def alive(self) -> bool:
        """Return whether the lane can be used, as far as that is known without using it."""

    def abort(self) -> None:
        """End the lane now, from any thread; a request in progress raises `WorkerLost`."""

    def close(self) -> None:
        """End every process of the lane and remove its scratch folder. May be called twice, and after a loss."""


class LaneFactory(Protocol):
    """Opens lanes."""

    def __call__(self, preload: Sequence[str]) -> Lane:
        """Open one lane whose scoring process has loaded the modules ``preload``.

        Raises `SandboxUnavailable` when this machine cannot isolate as the configuration asks.
        """
