"""The result: a reward with the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum
from typing import Any

from codearena.core.compose import Share, compose, weight_of
from codearena.core.engine import declared
from codearena.core.errors import ConfigError, UnscoredError
from codearena.core.evidence import Evidence, Finding, Status, flat
from codearena.core.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What one grade used, summed over the processes that ran the submission; scorers and tests of ours not included."""

    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    """Of a grade, from its beginning to its end, waiting for a judge included."""
    peak_memory_bytes: int = 0
    disk_read_bytes: int = 0
    disk_written_bytes: int = 0
    processes: int = 0


def total(runs: Iterable[Resources]) -> Resources:
    """Return what several runs used together: sums, and the largest peak of memory."""
    runs = list(runs)
    return Resources(
        cpu_seconds=round(fsum(run.cpu_seconds for run in runs), 6),
        wall_seconds=round(fsum(run.wall_seconds for run in runs), 6),
        peak_memory_bytes=max((run.peak_memory_bytes for run in runs), default=0),
        disk_read_bytes=sum(run.disk_read_bytes for run in runs),
        disk_written_bytes=sum(run.disk_written_bytes for run in runs),
        processes=sum(run.processes for run in runs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxReport:
    """Where the submission ran, and what that is worth."""

    level: str
    """``process``, ``filtered`` or ``locked``; see ``codearena doctor``."""
    missing: tuple[str, ...] = ()
    """Mechanisms that this machine lacks for the next level."""
    oracle: str = "separate"
    """``separate``: tests and submission in two processes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One scorer's part in a grade."""

    value: float | None
    """In [0, 1]; None when skipped or failed."""
    weight: float
    status: Status
    reason: str
    findings: tuple[Finding, ...]
    measures: Mapping[str, float]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A reward, and everything it can be recomputed from."""

    task: str
    """Id of the task."""
    task_digest: str
    submission_digest: str
    plan: Plan
    evidence: tuple[Evidence, ...]
    """In the order in which scorers ran; of a grade that was regraded, with what its plan does not ask for as well."""
    resources: Resources
    sandbox: SandboxReport
    reward: float | None
    """In [0, 1]; None when *we* could not grade. Never a made-up number."""
    solved: bool
    """Every gate open, every test passed, and every property holds where the plan asks for them."""
    shares: tuple[Share, ...]
    """The summands of the reward."""

    @classmethod
    def of(cls, *, plan: Plan, evidence: tuple[Evidence, ...], **facts: Any) -> Grade:  # noqa: ANN401 (fields of several types)
        """Compose ``evidence`` under ``plan``; ``facts`` are the remaining fields that are not derived."""
        made = compose({e.scorer: e for e in evidence}, plan)
        return cls(plan=plan, evidence=evidence, reward=made.reward, solved=made.solved, shares=made.shares, **facts)

    def regrade(self, plan: Plan | None = None) -> Grade:
        """Compose the same evidence again, under ``plan`` or the grade's own. Pure: nothing runs.

        What another plan declares constant takes the place of what was found.
        """
        held = {e.scorer: e for e in self.evidence}
        if plan is None:
            plan = self.plan
        else:
            constant = (t for t in plan.terms if t.declared is not None)
            held |= {t.scorer: declared(t, plan) for t in constant if t.scorer not in held or held[t.scorer].status is not Status.SKIPPED}
        missing = [t.scorer for t in plan.terms if t.scorer not in held]
        if missing:
            raise ConfigError(f"this record holds no evidence of {', '.join(missing)}; grade again under {plan.profile!r}")
        made = compose(held, plan)
        return replace(self, plan=plan, evidence=tuple(held.values()), reward=made.reward, solved=made.solved, shares=made.shares)

    @property
    def profile(self) -> str:
        """Name of the profile that the plan was made from."""
        return self.plan.profile

    @property
    def plan_digest(self) -> str:
        """Name of the plan's content: rewards compare when it is equal."""
        return self.plan.digest

    @property
    def components(self) -> dict[str, Component]:
        """Evidence by scorer name, in the order in which scorers ran."""
        weights = {t.scorer: weight_of(t) for t in self.plan.terms}
        return {
            e.scorer: Component(
                value=e.value,
                weight=weights.get(e.scorer, 0.0),
                status=e.status,
                reason=e.reason,
                findings=e.findings,
                measures={m.name: m.value for m in e.measures},
                seconds=e.seconds,
            )
            for e in self.evidence
        }

    @property
    def flags(self) -> tuple[str, ...]:
        """What a reviewer should look at, such as ``timeout``; sorted, without repeats."""
        return tuple(sorted({flag for e in self.evidence for flag in e.flags}))

    def score(self) -> float:
        """Return the reward; raises `UnscoredError`, naming what failed, when there is none."""
        if self.reward is None:
            failed = "; ".join(f"{e.scorer}: {e.reason}" for e in self.evidence if e.status is Status.FAILED)
            raise UnscoredError(f"task {self.task} could not be graded: {failed}")
        return self.reward

    def explain(self) -> str:
        """Return the walk from evidence to reward as text: what was found, then the sum."""
        lines = [f"{self.task}: {self._verdict()}"]
        for name, part in self.components.items():
            value = "—" if part.value is None else f"{part.value:.4g}"
            lines.append(f"  {name:<12} {value:>6}  {part.reason or part.status}")
            lines += [f"      {f.message}" for f in part.findings]
        if self.shares:
            summed = " + ".join(f"{s.weight:.4g}·{s.value:.4g} {s.name}" for s in self.shares)
            lines.append(f"  reward = {summed} = {self.reward:.6g}")
        return "\n".join(lines)

    def _verdict(self) -> str:
        if self.reward is None:
            return "could not be graded (ours, not the submission's)"
        return f"reward {self.reward:.6g}, {'solved' if self.solved else 'not solved'}"

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data, the record that `from_dict` and ``codearena regrade`` read."""
        components = {
            name: {
                "value": part.value,
                "weight": part.weight,
                "status": str(part.status),
                "reason": part.reason,
                "findings": list(map(flat, part.findings)),
                "measures": dict(part.measures),
                "seconds": part.seconds,
            }
            for name, part in self.components.items()
        }
        return {
            "task": self.task,
            "reward": self.reward,
            "solved": self.solved,
            "profile": self.profile,
            "components": components,
            "flags": list(self.flags),
            "resources": flat(self.resources),
            "sandbox": {**flat(self.sandbox), "missing": list(self.sandbox.missing)},
            "plan_digest": self.plan_digest,
            "shares": list(map(flat, self.shares)),
            "task_digest": self.task_digest,
            "submission_digest": self.submission_digest,
            "plan": self.plan.to_dict(),
            "evidence": [e.to_dict() for e in self.evidence],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Grade:
        """Rebuild a grade from `to_dict`'s data. Reward and components are taken as recorded, not recomputed."""
        sandbox = data["sandbox"]
        return cls(
            task=data["task"],
            task_digest=data["task_digest"],
            submission_digest=data["submission_digest"],
            plan=Plan.from_dict(data["plan"]),
            evidence=tuple(Evidence.from_dict(e) for e in data["evidence"]),
            resources=Resources(**data["resources"]),
            sandbox=SandboxReport(**{**sandbox, "missing": tuple(sandbox["missing"])}),
            reward=data["reward"],
            solved=data["solved"],
            shares=tuple(Share(**s) for s in data["shares"]),
        )
