"""How a reward is put together: profiles name scorers and weights, a plan binds them to one task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, Any, Literal

from codearena.core.contracts import STAGES, Scorer, Stage
from codearena.core.digest import digest
from codearena.core.errors import ConfigError, UnknownScorerError, nearest

if TYPE_CHECKING:
    from codearena.core.task import Task

Role = Literal["gate", "weighted", "advisory"]
ROLES: tuple[Role, ...] = ("gate", "weighted", "advisory")
RULES = ("correctness-first", "hybrid", "weighted-sum")
"""Names of the rules in `codearena.core.compose` that turn evidence into a reward."""

CORRECTNESS = 0.70
"""Under ``correctness-first``: what being right pays in proportion, quality included."""
SOLVED = 0.30
"""Under ``correctness-first``: what only a solved task earns, efficiency included."""
CORRECT = ("tests", "properties")
"""Scorers whose values are p, the share of what is asked that a submission does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a profile: a scorer and what it is worth."""

    scorer: str
    role: Role = "advisory"
    weight: float = 0.0
    options: tuple[tuple[str, Any], ...] = ()
    fallback: float | None = None
    """The value that the profile declares where no judge is configured; None leaves the entry out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named way to make a reward from evidence."""

    name: str
    entries: tuple[Entry, ...]
    rule: str = "correctness-first"
    """Name of the rule in `codearena.core.compose` that turns evidence into a reward."""
    about: str = ""
    """What it is for, and what its numbers mean, in a sentence or two."""


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
    declared: float | None = None
    """The constant that stands for it; None when it is run."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything besides task and submission that a reward depends on: same digest, same meaning."""

    profile: str
    rule: str
    terms: tuple[Term, ...]
    """In the order in which they run: gates over the text, then cheap stages first, then the profile's order."""
    idle: float = 0.0
    """p₀, the share of what is asked that doing nothing does on this task."""
    solving: float = 0.0
    """What solving alone earns: what the profile gives to efficiency where the task declines that, or no scorer claims."""
    judge: str = ""
    """The model that judges; empty when none does."""
    seed: str = ""
    """Digest of the seed that inputs are drawn with: records are published, and a seed may be kept secret."""

    @cached_property
    def digest(self) -> str:
        """Name of the plan's content; stands in every record."""
        return digest(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data; `from_dict` is its inverse."""
        terms = [{name: getattr(t, name) for name in Term.__slots__} | {"options": [list(o) for o in t.options]} for t in self.terms]
        rest = {name: getattr(self, name) for name in ("profile", "rule", "idle", "solving", "judge", "seed")}
        return rest | {"terms": terms}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Plan:
        """Rebuild a plan from `to_dict`'s data."""
        terms = tuple(Term(**{**t, "options": tuple((k, frozen(v)) for k, v in t["options"])}) for t in data["terms"])
        return cls(**{**data, "terms": terms})


def frozen(value: Any) -> Any:  # noqa: ANN401 (whatever TOML, YAML and JSON hold)
    """Return an option as it was before JSON made lists of tuples."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def find_profile(name: str, known: Mapping[str, Profile]) -> Profile:
    """Return the profile called ``name``; raises `ConfigError` naming the nearest known one."""
    if name not in known:
        raise ConfigError(f"no profile is called {name!r}{nearest(name, known)}; known: {', '.join(sorted(known))}")
    return known[name]


def make_plan(profile: Profile, task: Task, scorers: Mapping[str, Scorer], *, idle: float = 0.0, seed: str = "", judge: str = "") -> Plan:
    """Bind ``profile`` to ``task``; ``seed`` is what `digest` makes of the seed. Pure.

    The weight of a scorer that declines the task goes to correctness, that of efficiency to solving. Where no ``judge``
    (a model's name) is configured, scorers of that stage stand at the constant that the profile declares.

    Raises `ConfigError` for a profile that makes no sense, and `UnknownScorerError` when it names a scorer that is not
    among ``scorers``.
    """
    check_profile(profile)
    terms, declined = [], []
    for entry, scorer in _pairs(profile, scorers):
        if scorer.applies is not None and not scorer.applies(task):
            declined.append(entry)
        elif scorer.stage != "judge" or judge:
            terms.append(_term(entry, scorer))
        elif entry.fallback is not None and entry.role == "weighted":
            terms.append(replace(_term(entry, scorer), declared=entry.fallback))
        elif entry.role != "advisory":
            raise ConfigError(f"profile {profile.name!r} weighs {scorer.name!r}, which needs a judge: set judge_model, or a fallback")
    terms.sort(key=lambda term: (term.stage != "static" or term.role != "gate", STAGES.index(term.stage)))
    weights, solving = _settled(profile, terms, declined)
    judged = any(term.stage == "judge" and term.declared is None for term in terms)
    return Plan(
        profile=profile.name,
        rule=profile.rule,
        terms=tuple(replace(term, weight=weights.get(term.scorer, term.weight)) for term in terms),
        idle=idle,
        solving=solving,
        judge=judge if judged else "",
        seed=seed,
    )


def _settled(profile: Profile, terms: Iterable[Term], declined: Iterable[Entry]) -> tuple[dict[str, float], float]:
    """Return the weights that depend on what else is in the plan, and what solving alone earns."""
    weighted = {term.scorer: term.weight for term in terms if term.role == "weighted"}
    if profile.rule == "correctness-first":
        quality = [weight for name, weight in weighted.items() if name not in (*CORRECT, "efficiency")]
        # Far finer than rewards are rounded, so that full marks earn exactly 1 whatever the weights.
        return {"tests": max(0.0, round(CORRECTNESS - fsum(quality), 12))}, max(0.0, round(SOLVED - weighted.get("efficiency", 0.0), 12))
    lost = {entry.scorer: entry.weight for entry in declined if entry.role != "advisory"}
    solving = lost.pop("efficiency", 0.0)
    return {"tests": round(fsum([weighted["tests"], *lost.values()]), 12)}, solving


def check_profile(profile: Profile) -> None:
    """Raise `ConfigError` unless the profile names each scorer once, weighs tests, and its weights make a whole."""
    place, names = f"profile {profile.name!r}", [entry.scorer for entry in profile.entries]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ConfigError(f"{place} names {', '.join(twice)} more than once")
    if profile.rule not in RULES:
        raise ConfigError(f"{place} uses the rule {profile.rule!r}{nearest(profile.rule, RULES)}; known: {', '.join(RULES)}")
    for entry in profile.entries:
        _check_entry(entry, f"{place}, scorer {entry.scorer!r}")
    if not any(entry.scorer == "tests" and entry.role == "weighted" for entry in profile.entries):
        raise ConfigError(f"{place} does not weigh the scorer 'tests', without which nobody can be right")
    if profile.rule == "correctness-first":
        _check_correctness_first(profile, place)
    elif abs(fsum(entry.weight for entry in profile.entries if entry.role != "advisory") - 1.0) > 1e-9:
        total = fsum(entry.weight for entry in profile.entries if entry.role != "advisory")
        raise ConfigError(f"{place}: under the rule {profile.rule!r} the weights must sum to 1, not {total:.6g}")


def _check_entry(entry: Entry, at: str) -> None:
    if entry.role not in ROLES:
        raise ConfigError(f"{at}: role {entry.role!r} is not one of {', '.join(ROLES)}{nearest(str(entry.role), ROLES)}")
    if not _is_share(entry.weight):
        raise ConfigError(f"{at}: weight must be a number from 0 to 1, not {entry.weight!r}")
    if entry.fallback is not None and not _is_share(entry.fallback):
        raise ConfigError(f"{at}: fallback must be a number from 0 to 1, not {entry.fallback!r}")


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _check_correctness_first(profile: Profile, place: str) -> None:
    beside = {e.scorer: e.weight for e in profile.entries if e.role == "weighted" and e.scorer not in CORRECT}
    efficiency = beside.pop("efficiency", 0.0)
    if round(fsum(beside.values()), 9) > CORRECTNESS:
        raise ConfigError(f"{place}: the weights beside correctness sum to more than {CORRECTNESS:.2f}")
    if round(efficiency, 9) > SOLVED:
        raise ConfigError(f"{place}: efficiency weighs more than {SOLVED:.2f}, the part that only a solved task earns")
    if any(e.scorer == "properties" and e.weight for e in profile.entries):
        raise ConfigError(f"{place}: 'properties' has no weight of its own under 'correctness-first'; it is three tenths of being right")
    paying = [e.scorer for e in profile.entries if e.role == "gate" and e.weight]
    if paying:
        raise ConfigError(f"{place}: the gate {paying[0]!r} has a weight; under the rule 'correctness-first' gates earn nothing")


def _pairs(profile: Profile, scorers: Mapping[str, Scorer]) -> Iterator[tuple[Entry, Scorer]]:
    for entry in profile.entries:
        scorer = scorers.get(entry.scorer)
        if scorer is None:
            raise UnknownScorerError(
                f"profile {profile.name!r} names the scorer {entry.scorer!r}, which no plugin offers"
                f"{nearest(entry.scorer, scorers)}; `codearena plugins` lists what is installed"
            )
        yield entry, scorer


def _term(entry: Entry, scorer: Scorer) -> Term:
    return Term(
        scorer=scorer.name,
        version=scorer.version,
        where=scorer.where,
        stage=scorer.stage,
        role=entry.role,
        weight=entry.weight,
        options=tuple((key, frozen(value)) for key, value in entry.options),
    )
