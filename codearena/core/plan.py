"""How a reward is put together: profiles name scorers and weights, a plan binds them to one task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from codearena.core.contracts import STAGES, Scorer, Stage
from codearena.core.digest import digest
from codearena.core.errors import ConfigError, UnknownScorerError, nearest

if TYPE_CHECKING:
    from codearena.core.task import Task

Role = Literal["gate", "weighted", "advisory"]
RULES = ("correctness-first",)
"""Names of the rules in `codearena.core.compose` that turn evidence into a reward."""
ROLES: tuple[Role, ...] = ("gate", "weighted", "advisory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a profile: a scorer and what it is worth."""

    scorer: str
    role: Role = "advisory"
    weight: float = 0.0
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named way to make a reward from evidence."""

    name: str
    entries: tuple[Entry, ...]
    rule: str = "correctness-first"
    """Name of the rule in `codearena.core.compose` that turns evidence into a reward."""


DEFAULT = Profile(
    name="default",
    entries=(
        Entry(scorer="compiles", role="gate"),
        Entry(scorer="tests", role="weighted", weight=0.70),
        Entry(scorer="integrity", role="gate"),
    ),
)
"""Correctness first: 0.70 for being right, 0.30 for being right throughout."""

PROFILES: Mapping[str, Profile] = {DEFAULT.name: DEFAULT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A scorer as a plan uses it."""

    scorer: str
    version: str
    where: str
    """``module:name`` of the scorer, for the worker that runs it."""
    stage: Stage
    role: Role
    weight: float
    options: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything besides task and submission that a reward depends on: same digest, same meaning."""

    profile: str
    rule: str
    terms: tuple[Term, ...]
    """In the order in which they run: cheap stages first, then the profile's order."""
    idle: float = 0.0
    """p₀, the share of tests that doing nothing passes on this task."""
    seed: int = 0

    @cached_property
    def digest(self) -> str:
        """Name of the plan's content; stands in every record."""
        return digest(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data; `from_dict` is its inverse."""
        terms = [{name: getattr(t, name) for name in Term.__slots__} | {"options": [list(o) for o in t.options]} for t in self.terms]
        return {"profile": self.profile, "rule": self.rule, "terms": terms, "idle": self.idle, "seed": self.seed}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Plan:
        """Rebuild a plan from `to_dict`'s data."""
        terms = tuple(Term(**{**t, "options": tuple((k, v) for k, v in t["options"])}) for t in data["terms"])
        return cls(profile=data["profile"], rule=data["rule"], terms=terms, idle=data["idle"], seed=data["seed"])


def find_profile(name: str, known: Mapping[str, Profile]) -> Profile:
    """Return the profile called ``name``; raises `ConfigError` naming the nearest known one."""
    if name not in known:
        raise ConfigError(f"no profile is called {name!r}{nearest(name, known)}; known: {', '.join(sorted(known))}")
    return known[name]


def make_plan(profile: Profile, task: Task, scorers: Mapping[str, Scorer], *, idle: float = 0.0, seed: int = 0) -> Plan:
    """Bind ``profile`` to ``task``. A scorer that declines the task leaves its weight to correctness. Pure.

    Raises `ConfigError` for a profile that makes no sense, and `UnknownScorerError` when it names a scorer that is not
    among ``scorers``.
    """
    check_profile(profile)
    terms = list(_terms(profile, task, scorers))
    terms.sort(key=lambda term: STAGES.index(term.stage))
    return Plan(profile=profile.name, rule=profile.rule, terms=tuple(terms), idle=idle, seed=seed)


def check_profile(profile: Profile) -> None:
    """Raise `ConfigError` unless the profile names each scorer once, weighs tests, and leaves correctness its part."""
    place, names = f"profile {profile.name!r}", [entry.scorer for entry in profile.entries]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ConfigError(f"{place} names {', '.join(twice)} more than once")
    if profile.rule not in RULES:
        raise ConfigError(f"{place} uses the rule {profile.rule!r}{nearest(profile.rule, RULES)}; known: {', '.join(RULES)}")
    for entry in profile.entries:
        at = f"{place}, scorer {entry.scorer!r}"
        if entry.role not in ROLES:
            raise ConfigError(f"{at}: role {entry.role!r} is not one of {', '.join(ROLES)}{nearest(str(entry.role), ROLES)}")
        if isinstance(entry.weight, bool) or not isinstance(entry.weight, int | float) or not 0 <= entry.weight <= 0.7:
            raise ConfigError(f"{at}: weight must be a number from 0 to 0.7, not {entry.weight!r}")
    if not any(entry.scorer == "tests" and entry.role == "weighted" for entry in profile.entries):
        raise ConfigError(f"{place} does not weigh the scorer 'tests', without which nobody can be right")
    beside = sum(entry.weight for entry in profile.entries if entry.role == "weighted" and entry.scorer != "tests")
    if round(beside, 9) > 0.70:
        raise ConfigError(f"{place}: the weights beside correctness sum to more than 0.70")


def _terms(profile: Profile, task: Task, scorers: Mapping[str, Scorer]) -> Iterable[Term]:
    for entry in profile.entries:
        scorer = scorers.get(entry.scorer)
        if scorer is None:
            raise UnknownScorerError(
                f"profile {profile.name!r} names the scorer {entry.scorer!r}, which no plugin offers"
                f"{nearest(entry.scorer, scorers)}; `codearena plugins` lists what is installed"
            )
        if scorer.applies is None or scorer.applies(task):
            yield Term(
                scorer=scorer.name,
                version=scorer.version,
                where=scorer.where,
                stage=scorer.stage,
                role=entry.role,
                weight=entry.weight,
                options=entry.options,
            )
