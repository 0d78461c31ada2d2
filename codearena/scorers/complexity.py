"""How much a reader must hold in mind: paths, nesting and size of a submission, beside those of the reference.

Four measures, each of all files together: the cyclomatic complexity (McCabe 1976, as radon counts) of the worst function,
and that of the whole program; the depth of nesting; and Halstead's volume (1977). Being below the reference earns nothing
more, so there is nothing in code golf, and no measure sees comments, names or layout.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl
from codearena.core.submission import MAIN
from codearena.scorers.tools import analysed, parse, place, plain, weigh

if TYPE_CHECKING:
    from codearena.scorers.tools.cyclomatic import Block

WEIGHTS = {"cyclomatic_max": 0.3, "cyclomatic_total": 0.3, "nesting": 0.2, "halstead_volume": 0.2}
SLACK = {"cyclomatic_max": 3.0, "cyclomatic_total": 5.0, "nesting": 2.0, "halstead_volume": 100.0}
"""Added to both sides of each comparison, so that tiny references do not make small numbers count as large."""
FREE = 1.25
"""Ratio to the reference up to which nothing is lost."""
ZERO = 4.0
"""Ratio to the reference from which a measure earns nothing."""
_UNITS = {"cyclomatic_max": "paths", "cyclomatic_total": "paths", "nesting": "levels", "halstead_volume": "bits"}
_IN_WORDS = {
    "cyclomatic_max": "in its worst function",
    "cyclomatic_total": "in the number of decisions",
    "nesting": "in nesting",
    "halstead_volume": "in size",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Complexity:
    """What was measured of one program."""

    blocks: tuple[tuple[str, Block], ...]
    """Pairs of file name and block."""
    nesting_at: tuple[str, int]
    """File and line of the deepest nesting."""
    measures: Mapping[str, float]


def prepare() -> None:
    """Load radon."""
    measure({MAIN: "x = 1\n"})


@scorer(stage="analysis", version="1", prepare=prepare, applies=lambda task: task.language == "python")
def complexity(case: Case) -> Evidence:
    """1.0 up to `FREE` times the reference, falling with the logarithm of the ratio to 0.0 at `ZERO` times.

    For each measure m of `WEIGHTS`, with slack s: ratio = (m + s) / (m of the reference + s), and its part is
    clip(1 - ln(ratio / FREE) / ln(ZERO / FREE), 0, 1). The value is the weighed mean of the parts.
    """
    ours, theirs = measure(analysed(case.submission)), _of_reference(plain(case.task.reference))
    parts = {name: _part(name, ours.measures[name], theirs.measures[name]) for name in WEIGHTS}
    value = weigh(parts, WEIGHTS)
    findings = tuple(_findings(ours, theirs))
    worst = min(parts, key=lambda name: (parts[name], name))
    reason = "no more complex than the reference" if value == 1.0 else f"more complex than the reference, most of all {_IN_WORDS[worst]}"
    return Evidence(value=value, reason=reason, findings=findings, measures=(*_measures(ours, ""), *_measures(theirs, "reference_")))


def measure(texts: Mapping[str, str]) -> Complexity:
    """Measure one program, given as texts by file name. Raises `ToolFailed` when radon does."""
    from codearena.scorers.tools import cyclomatic
    from codearena.scorers.tools.shape import shape

    trees = {name: parse(text) for name, text in texts.items()}
    blocks = [(name, block) for name, tree in trees.items() for block in cyclomatic.blocks(tree)]
    deepest = max(((name, shape([tree])) for name, tree in trees.items()), key=lambda pair: pair[1].nesting)
    found = [block for _, block in blocks]
    measures = {
        "cyclomatic_max": float(max(block.complexity for block in found)),
        "cyclomatic_total": float(cyclomatic.total(found)),
        "nesting": float(deepest[1].nesting),
        "halstead_volume": round(shape(trees.values()).volume, 3) if len(trees) > 1 else round(deepest[1].volume, 3),
    }
    return Complexity(blocks=tuple(blocks), nesting_at=(deepest[0], deepest[1].nesting_line), measures=measures)


@functools.lru_cache(maxsize=256)
def _of_reference(text: str) -> Complexity:
    return measure({MAIN: text})


def _part(name: str, ours: float, theirs: float) -> float:
    ratio = (ours + SLACK[name]) / (theirs + SLACK[name])
    return 1.0 if ratio <= FREE else max(0.0, 1.0 - math.log(ratio / FREE) / math.log(ZERO / FREE))


def _allowed(name: str, theirs: Complexity) -> float:
    """Return the largest value of a measure that loses nothing."""
    return FREE * (theirs.measures[name] + SLACK[name]) - SLACK[name]


def _findings(ours: Complexity, theirs: Complexity) -> Iterable[Finding]:
    bound = _allowed("cyclomatic_max", theirs)
    worst = sorted((-block.complexity, name, block.line, block.name) for name, block in ours.blocks if block.complexity > bound)
    for paths, file, line, name in worst[:20]:
        message = f"{place(file)}{name} takes {-paths - 1} decisions; split it, return early, or let a table decide"
        yield Finding(rule="complexity.cyclomatic", message=message, line=line, severity="warning")
    if ours.measures["nesting"] > _allowed("nesting", theirs):
        file, line = ours.nesting_at
        message = f"{place(file)}nested {ours.measures['nesting']:g} levels deep; leave early, or give the inner part a name"
        yield Finding(rule="complexity.nesting", message=message, line=line, severity="warning")
    if ours.measures["cyclomatic_total"] > _allowed("cyclomatic_total", theirs):
        message = f"the program takes {ours.measures['cyclomatic_total'] - 1:g} decisions in all; drop cases that others cover"
        yield Finding(rule="complexity.total", message=message, severity="warning")
    if ours.measures["halstead_volume"] > _allowed("halstead_volume", theirs):
        message = f"the program is {ours.measures['halstead_volume']:.0f} bits of operators and operands; say it with fewer"
        yield Finding(rule="complexity.volume", message=message, severity="warning")


def _measures(found: Complexity, prefix: str) -> Iterable[Measure]:
    for name in WEIGHTS:
        yield Measure(name=prefix + name, value=found.measures[name], unit=_UNITS[name])


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield complexity
