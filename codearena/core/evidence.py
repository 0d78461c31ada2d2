"""What a scorer found, and what it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """How a piece of evidence came about."""

    SCORED = "scored"
    """The scorer ran, or the submission broke it: the value is data, zero included."""
    DECLARED = "declared"
    """A constant that the profile names, with the reason; nothing was measured."""
    SKIPPED = "skipped"
    """A gate was closed before: counts 0."""
    FAILED = "failed"
    """We failed, proved by a canary: there is no value, and the reward is ``None``."""


def flat(record: Any) -> dict[str, Any]:  # noqa: ANN401 (of all dataclasses that have slots)
    """Return the fields of a dataclass with slots that holds no other: what `dataclasses.asdict` does, without its copies.

    >>> flat(Measure(name="lines", value=3))
    {'name': 'lines', 'value': 3, 'unit': ''}
    """
    return {name: getattr(record, name) for name in record.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a learner can act on."""

    rule: str
    """Stable name of what was checked, such as ``tests.failed``."""
    message: str
    """One sentence, naming what happened and what was expected."""
    line: int | None = None
    """Line in the submission, from 1, where one can be named."""
    severity: str = "error"
    """``error``, ``warning`` or ``note``."""
    fixable: bool = False
    """Whether ``codearena fix`` has a rule for it."""
    hidden: bool = False
    """Whether it speaks of a hidden test: never shown to a solver."""
    detail: str = ""
    """More of it, over several lines, such as where a test failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A named number with its unit."""

    name: str
    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one scorer says of one submission. ``value`` is in [0, 1] exactly when scored or declared."""

    value: float | None
    scorer: str = ""
    """Filled in by the engine."""
    version: str = ""
    """Filled in by the engine."""
    status: Status = Status.SCORED
    reason: str = ""
    """Why the value is what it is, in one sentence."""
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    flags: tuple[str, ...] = ()
    """Observations for a reviewer, such as ``timeout``; never a term of the reward by themselves."""
    seconds: float = 0.0
    """CPU seconds it took. Reported, never rewarded."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data; `from_dict` is its inverse."""
        return {
            "scorer": self.scorer,
            "version": self.version,
            "status": str(self.status),
            "value": self.value,
            "reason": self.reason,
            "findings": list(map(flat, self.findings)),
            "measures": list(map(flat, self.measures)),
            "flags": list(self.flags),
            "seconds": self.seconds,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Evidence:
        """Rebuild evidence from `to_dict`'s data."""
        return cls(
            scorer=data["scorer"],
            version=data["version"],
            status=Status(data["status"]),
            value=data["value"],
            reason=data["reason"],
            findings=tuple(Finding(**f) for f in data["findings"]),
            measures=tuple(Measure(**m) for m in data["measures"]),
            flags=tuple(data["flags"]),
            seconds=data["seconds"],
        )
