"""How much a submission works for its results, compared with the reference: counted, never timed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from codearena.core.case import CENSORED, SLACK, Case, Run, TestResult
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure
from codearena.core.hookspecs import hookimpl

FREE = 1.5
"""So many times the reference's work costs nothing: constant factors are a matter of taste."""


@scorer(stage="execution", version="1", applies=lambda task: task.workload != "")
def efficiency(case: Case) -> Evidence:
    """1.0 for working like the reference as inputs grow, and less the more a submission works beyond that.

    At each size the logarithm of the ratio counts, larger sizes weigh more, and a wrong result earns nothing there. Of
    several shapes of input the worst counts as much as the mean of all: a program is as slow as its worst case, yet
    curing one slow shape of two is progress.
    """
    run = case.run("workload")
    shapes = _by_shape(run.results)
    if not shapes:
        return Evidence(value=0.0, reason=run.reason or "nothing was measured", flags=run.flags)
    scores = {shape: _weighted([point_score(each) for each in points]) for shape, points in shapes.items()}
    worst = min(scores, key=lambda shape: scores[shape])
    value = round((scores[worst] + math.fsum(scores.values()) / len(scores)) / 2, 4)
    reason = _summary(shapes[worst])
    if len(shapes) > 1:
        reason += f", on {worst} inputs"
    if run.reason:
        reason += f"; {run.reason}"
    return Evidence(value=value, reason=reason, findings=tuple(_findings(run)), measures=_measures(shapes[worst]), flags=run.flags)


def ratio(result: TestResult) -> float:
    """Return how many times the reference's work it took; `CENSORED` where it was too much to be counted, or not run."""
    if result.work is None or result.reference_work is None:
        return float(CENSORED)
    return min(float(CENSORED), (result.work + SLACK) / (result.reference_work + SLACK))


def point_score(result: TestResult) -> float:
    """Return the score at one size, in [0, 1].

    >>> at = lambda work: TestResult(id="random/64", passed=True, visible=False, work=work, reference_work=800)
    >>> [round(point_score(at(work)), 2) for work in (400, 800, 1300, 7800, 63800)]
    [1.0, 1.0, 1.0, 0.55, 0.0]
    """
    if not result.passed:
        return 0.0
    return min(1.0, max(0.0, 1 - math.log(ratio(result) / FREE) / math.log(CENSORED / FREE)))


def _weighted(scores: Sequence[float]) -> float:
    """Return the mean, in which each size weighs one more than the one before."""
    return math.fsum(weight * score for weight, score in enumerate(scores, 1)) / (len(scores) * (len(scores) + 1) / 2)


def _split(result: TestResult) -> tuple[str, int]:
    shape, _, size = result.id.rpartition("/")
    return shape, int(size)


def _by_shape(results: Iterable[TestResult]) -> dict[str, list[TestResult]]:
    """Return the results of each shape, smallest size first."""
    shapes: dict[str, list[TestResult]] = {}
    for result in results:
        shapes.setdefault(_split(result)[0], []).append(result)
    return {shape: sorted(points, key=lambda each: _split(each)[1]) for shape, points in shapes.items()}


# ---------------------------------------------------------------------------------------------------- words


def _times(value: float) -> str:
    if value >= CENSORED:
        return f"more than {CENSORED} times"
    return f"{value:.1f} times" if value < 10 else f"{value:.0f} times"


def _wrong(points: Sequence[TestResult]) -> TestResult | None:
    """Return where a shape first went wrong other than by too much work: a wrong result, an error, harmed arguments."""
    first = next((each for each in points if not each.passed), None)
    return first if first is not None and (first.work is not None or first.reason) else None


def _summary(points: Sequence[TestResult]) -> str:
    wrong = _wrong(points)
    if wrong is not None:
        what = "wrong result" if wrong.work is not None else wrong.reason
        return f"{what} at n = {_split(wrong)[1]}"
    first, last = points[0], points[-1]
    n = _split(last)[1]
    if ratio(last) <= FREE:
        return f"work grows like the reference's ({_times(ratio(last))} at n = {n})"
    if len(points) == 1:
        return f"{_times(ratio(last))} the reference's work at n = {n}"
    text = f"{_times(ratio(first))} the reference's work at n = {_split(first)[1]}, {_times(ratio(last))} at n = {n}"
    return f"{text}: grows faster" if ratio(last) > 2 * ratio(first) or ratio(first) >= CENSORED else text


def _measures(points: Sequence[TestResult]) -> tuple[Measure, ...]:
    counted = [each for each in points if each.work is not None]
    largest = counted[-1] if counted else points[-1]
    measures = [Measure(name="sizes", value=len(counted), unit="sizes"), Measure(name="size", value=_split(largest)[1], unit="n")]
    if largest.work is not None:
        measures.append(Measure(name="work", value=largest.work, unit="operations"))
    measures.append(Measure(name="reference_work", value=largest.reference_work or 0, unit="operations"))
    if counted or _wrong(points) is None:
        measures.append(Measure(name="ratio", value=round(ratio(points[-1]), 4), unit="times"))
    return tuple(measures)


def _findings(run: Run) -> Iterable[Finding]:
    for shape, points in _by_shape(run.results).items():
        wrong = _wrong(points)
        if wrong is not None:
            message = f"on {shape} inputs, n = {_split(wrong)[1]}: {wrong.reason or 'another result than the reference'}"
            rule = "efficiency.failed" if wrong.work is None else "efficiency.wrong-output"
            yield Finding(rule=rule, message=message, line=wrong.line)
        slow = [each for each in points if ratio(each) > FREE and (each.passed or (wrong is None and each.work is None))]
        if slow:
            worst = slow[-1]
            size = _split(worst)[1]
            message = f"on {shape} inputs, n = {size}: {_times(ratio(worst))} the reference's work"
            if worst.work is None and worst.reason:
                message = f"on {shape} inputs, n = {size}: {worst.reason}"
            yield Finding(rule="efficiency.slower", message=message, severity="warning", line=worst.line)


@hookimpl
def codearena_scorers() -> Iterable[Scorer]:
    """Offer the scorer of this module."""
    yield efficiency
