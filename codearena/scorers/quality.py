"""Whether others can read and change it: pylint, maintainability and layout, and on demand the bounds of a style guide.

The value is the mean of the parts that are switched on. Findings are counted against the size of the reference, so no
clean lines around a bad one make it count less.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.errors import ConfigError, nearest
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl
from codearena.core.submission import MAIN
from codearena.scorers.tools import analysed, parse, place, plain

OPTIONS: Mapping[str, bool | int] = {
    "pylint": True,
    "maintainability": True,
    "pep8": True,
    "cyclomatic": False,
    "security": False,
    "relative": True,
    "max_complexity": 10,
    "max_line_length": 100,
}
"""The options and their defaults: the first five switch parts, ``relative`` compares with the reference."""
PARTS = ("pylint", "maintainability", "pep8", "cyclomatic", "security")
COST = {"pylint": 2.0, "pep8": 1.0}
"""What one finding for each statement of the reference costs."""
LEAST_STATEMENTS = 10
"""Size below which a reference counts as being of this size."""
MARGIN, FALL = 5.0, 40.0
"""Points of the maintainability index below the reference that cost nothing, and those after which nothing is left."""
MAINTAINABLE = 50.0
"""Index from which an absolute value is full: 85 on its original scale of 171, "highly maintainable" (Coleman 1994)."""
SECURITY_SCALE = 10.0
"""Weight of bandit's findings from which nothing is left."""
MAX_FINDINGS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one part says of one program."""

    number: float
    """Findings, index, functions that are fine, or weight: see `_NUMBER`."""
    findings: tuple[Finding, ...]
    weights: tuple[float, ...] = ()
    """How much each finding counts; each counts 1 where this is empty."""


Texts = tuple[tuple[str, str], ...]


def prepare() -> None:
    """Load the analysers and let each look at something, which makes it load the rest."""
    for part in PARTS:
        _LOOK[part](((MAIN, "import os\n\n\ndef f(x):\n    return x + 1\n"),), 10)
    _size("x = 1\n")


@scorer(stage="analysis", version="1", prepare=prepare, applies=lambda task: task.language == "python")
def quality(case: Case) -> Evidence:
    """Return the mean of the parts that are on, each 1.0 when the submission is no worse than the reference.

    With n findings beyond the reference's, rule by rule, and s statements of the reference (at least `LEAST_STATEMENTS`):

    - ``pylint``: clip(1 - 2 n / s), for the checks of `tools.pylint_check.CHECKS`
    - ``pep8``: clip(1 - n / s), for pycodestyle's rules
    - ``maintainability``: clip(1 - (index of the reference - index - `MARGIN`) / `FALL`), radon's, without comments
    - ``cyclomatic``: share of functions of at most ``max_complexity``; as many count as fine as the reference has at most
    - ``security``: clip(1 - weights of bandit's findings / `SECURITY_SCALE`)

    With ``relative = false`` nothing is forgiven for the reference's sake: n are all findings, and maintainability is
    clip(index / `MAINTAINABLE`). Raises `ConfigError` for an option that is not one of `OPTIONS`.
    """
    options = read_options(case.options)
    on = [part for part in PARTS if options[part]]
    texts, reference = tuple(analysed(case.submission).items()), plain(case.task.reference)
    values: dict[str, float] = {}
    findings: list[Finding] = []
    measures: list[Measure] = []
    for part in on:
        argument = options["max_line_length"] if part == "pep8" else options["max_complexity"]
        ours, theirs = _LOOK[part](texts, argument), _of_reference(part, reference, argument)
        values[part] = _value(part, ours, theirs, size=_size(reference), relative=bool(options["relative"]))
        findings += ours.findings if part != "maintainability" or values[part] < 1.0 else ()
        measures += [Measure(name=part, value=values[part]), Measure(name=f"{part}_{_NUMBER[part]}", value=round(ours.number, 6))]
        measures.append(Measure(name=f"reference_{part}_{_NUMBER[part]}", value=round(theirs.number, 6)))
    value = 1.0 - sum(1.0 - each for each in values.values()) / len(values)
    worst = min(values, key=lambda part: (values[part], part))
    reason = "nothing to find fault with" if value == 1.0 else f"{len(findings)} findings; least good is {worst}"
    findings.sort(key=lambda finding: (finding.line or 0, finding.rule, finding.message))
    return Evidence(value=round(value, 6), reason=reason, findings=tuple(findings[:MAX_FINDINGS]), measures=tuple(measures))


def read_options(given: Mapping[str, Any]) -> dict[str, bool | int]:
    """Return every option, with what is ``given`` in place of its default. Raises `ConfigError`."""
    for key, value in given.items():
        if key not in OPTIONS:
            raise ConfigError(f"scorer 'quality': unknown option {key!r}{nearest(key, OPTIONS)}; known: {', '.join(OPTIONS)}")
        if type(value) is not type(OPTIONS[key]) or (type(value) is int and value < 1):
            expected = "true or false" if isinstance(OPTIONS[key], bool) else "a whole number from 1"
            raise ConfigError(f"scorer 'quality': option {key} must be {expected}, not {value!r}")
    options = {**OPTIONS, **given}
    if not any(options[part] for part in PARTS):
        raise ConfigError(f"scorer 'quality': every part is switched off; leave at least one of {', '.join(PARTS)} on")
    return options


@functools.lru_cache(maxsize=1024)
def _of_reference(part: str, text: str, argument: int) -> Found:
    return _LOOK[part](((MAIN, text),), argument)


@functools.lru_cache(maxsize=256)
def _size(reference: str) -> int:
    from codearena.scorers.tools import maintainability

    return max(LEAST_STATEMENTS, maintainability.statements([parse(reference)]))


# ------------------------------------------------------------------------------------------------ what it is worth


def _value(part: str, ours: Found, theirs: Found, *, size: int, relative: bool) -> float:
    if part == "maintainability":
        return _clip(1.0 - (theirs.number - ours.number - MARGIN) / FALL if relative else ours.number / MAINTAINABLE)
    if part == "cyclomatic":
        return _clip(_share(ours, theirs) + (1.0 - _share(theirs, theirs) if relative else 0.0))
    beyond = _excess(ours, theirs if relative else None)
    return _clip(1.0 - beyond / SECURITY_SCALE if part == "security" else 1.0 - COST[part] * beyond / size)


def _clip(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 6)


def _share(ours: Found, theirs: Found) -> float:
    """Return the share of functions that are fine; as many as the reference has, so that trivial ones hide nothing."""
    fine, bad = min(ours.number, max(theirs.number, 1.0)), len(ours.findings)
    return fine / (fine + bad) if bad else 1.0


def _excess(ours: Found, theirs: Found | None) -> float:
    """Return the weight of our findings beyond theirs, each of a rule paired with one of the same, the heaviest first."""
    pardons = _by_rule(theirs) if theirs else {}
    beyond = 0.0
    for rule, weights in _by_rule(ours).items():
        pairs = itertools.zip_longest(weights, pardons.get(rule, [])[: len(weights)], fillvalue=0.0)
        beyond += sum(max(0.0, weight - pardon) for weight, pardon in pairs)
    return beyond


def _by_rule(found: Found) -> dict[str, list[float]]:
    """Return the weights of the findings of each rule, the heaviest first."""
    by_rule: dict[str, list[float]] = {}
    for finding, weight in zip(found.findings, found.weights or (1.0,) * len(found.findings), strict=True):
        by_rule.setdefault(finding.rule, []).append(weight)
    return {rule: sorted(weights, reverse=True) for rule, weights in sorted(by_rule.items())}


# ------------------------------------------------------------------------------------------------ what is found


def _look_pylint(texts: Texts, _: int) -> Found:
    from codearena.scorers.tools import pylint_check

    findings = [
        Finding(rule=f"quality.{m.check}", message=f"{place(name)}{m.text}", line=m.line, severity="warning")
        for name, text in texts
        for m in pylint_check.check(text)
    ]
    return Found(number=len(findings), findings=tuple(findings))


def _look_pep8(texts: Texts, max_line_length: int) -> Found:
    from codearena.scorers.tools import pep8

    findings = [
        Finding(rule=f"quality.{b.rule}", message=f"{place(name)}{b.text}", line=b.line, severity="note")
        for name, text in texts
        for b in pep8.check(text, max_line_length)
    ]
    return Found(number=len(findings), findings=tuple(findings))


def _look_maintainability(texts: Texts, _: int) -> Found:
    from codearena.scorers.tools import maintainability

    index = maintainability.index([parse(text) for _, text in texts])
    message = f"maintainability index {index:.0f} of 100: long, dense or with many decisions; cut it into named parts"
    return Found(number=index, findings=(Finding(rule="quality.maintainability", message=message, severity="note"),))


def _look_cyclomatic(texts: Texts, max_complexity: int) -> Found:
    from codearena.scorers.tools import cyclomatic

    blocks = [(name, block) for name, text in texts for block in cyclomatic.blocks(parse(text))]
    findings = tuple(
        Finding(
            rule="quality.cyclomatic",
            message=f"{place(name)}{block.name} has a cyclomatic complexity of {block.complexity}; at most {max_complexity} is asked for",
            line=block.line,
            severity="warning",
        )
        for name, block in blocks
        if block.complexity > max_complexity
    )
    return Found(number=sum(b.kind == "function" and b.complexity <= max_complexity for _, b in blocks), findings=findings)


def _look_security(texts: Texts, _: int) -> Found:
    from codearena.scorers.tools import bandit_scan

    issues = [issue for name, text in texts for issue in (*bandit_scan.scan(text, name), *bandit_scan.renamed(text, name))]
    findings = [Finding(rule=f"security.{i.rule}", message=place(i.file) + i.text, line=i.line, severity="warning") for i in issues]
    weights = tuple(issue.weight for issue in issues)
    return Found(number=sum(weights), findings=tuple(findings), weights=weights)


_LOOK: Mapping[str, Callable[[Texts, int], Found]] = {
    "pylint": _look_pylint,
    "maintainability": _look_maintainability,
    "pep8": _look_pep8,
    "cyclomatic": _look_cyclomatic,
    "security": _look_security,
}
_NUMBER = {"pylint": "findings", "maintainability": "index", "pep8": "findings", "cyclomatic": "fine", "security": "weight"}
"""What the number of a part counts, as its measure is called."""


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield quality
