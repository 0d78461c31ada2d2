"""Efficiency: the reference earns 1.0, more work never earns more, and worse algorithms earn less in their order."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import codearena as ca
from codearena.core.case import Case, Run, TestResult
from codearena.sandbox.inside.meter import Meter, OverBudget
from codearena.sandbox.sizes import choose_sizes
from codearena.scorers.efficiency import CENSORED, efficiency

TASK = ca.Task(id="made/task", prompt="", tests=(), reference="", workload="def inputs(n, rng, shape): return (n,)")


def point(n: int, work: int | None, reference: int, *, passed: bool | None = None, shape: str = "random") -> TestResult:
    right = work is not None if passed is None else passed
    return TestResult(id=f"{shape}/{n}", passed=right, visible=False, work=work, reference_work=reference)


def judge(*results: TestResult, reason: str = "") -> ca.Evidence:
    run = Run(results=results, reason=reason)
    made = efficiency(Case(task=TASK, submission=ca.Submission.of(""), run=lambda what="tests", /: run))
    assert isinstance(made, ca.Evidence)
    return made


def value(*results: TestResult) -> float:
    found = judge(*results).value
    assert found is not None
    return found


def test_it_applies_to_tasks_with_a_workload() -> None:
    assert efficiency.applies is not None
    assert efficiency.applies(TASK)
    assert not efficiency.applies(ca.Task(id="made/task", prompt="", tests=(), reference=""))


COSTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=6)


@given(costs=COSTS, shapes=st.integers(1, 3))
def test_the_reference_earns_everything(costs: list[int], shapes: int) -> None:
    made = judge(*(point(2**i, cost, cost, shape=str(s)) for s in range(shapes) for i, cost in enumerate(costs)))
    assert made.value == 1.0
    assert made.findings == ()


@given(data=st.data(), references=st.lists(st.integers(0, 10**5), min_size=1, max_size=6), shapes=st.integers(1, 3))
def test_more_work_never_earns_more(data: st.DataObject, references: list[int], shapes: int) -> None:
    keys = [(str(s), i) for s in range(shapes) for i in range(len(references))]
    works = {key: data.draw(st.none() | st.integers(0, 10**7)) for key in keys}
    changed = data.draw(st.sampled_from(keys))
    before = works[changed]
    after = None if before is None else data.draw(st.none() | st.integers(before, 10**8))

    def score(works: dict[tuple[str, int], int | None]) -> float:
        return value(*(point(2**i, works[s, i], references[i], shape=s) for s, i in keys))

    first, second = score(works), score({**works, changed: after})
    assert 0.0 <= second <= first <= 1.0
    assert round(first, 4) == first


@given(references=st.lists(st.integers(0, 10**5), min_size=1, max_size=6), at=st.integers(0, 5))
def test_a_wrong_result_earns_nothing_at_its_size(references: list[int], at: int) -> None:
    at %= len(references)
    results = [point(2**i, cost, cost, passed=i != at) for i, cost in enumerate(references)]
    weights = list(range(1, len(references) + 1))
    made = judge(*results)
    assert made.value == pytest.approx(1 - weights[at] / sum(weights), abs=1e-4)
    assert [finding.rule for finding in made.findings] == ["efficiency.wrong-output"]
    assert made.reason.startswith(f"wrong result at n = {2**at}")


def test_less_work_than_the_reference_earns_no_more() -> None:
    assert value(point(64, 10, 5000)) == 1.0


def test_half_as_much_again_is_free() -> None:
    assert value(point(64, 1_490, 1_000)) == 1.0
    assert value(point(64, 1_700, 1_000)) < 1.0


def test_larger_sizes_weigh_more() -> None:
    late = value(point(1, 1000, 1000), point(2, 1000, 1000), point(4, 10_000, 1000))
    early = value(point(1, 10_000, 1000), point(2, 1000, 1000), point(4, 1000, 1000))
    assert late < early


def test_what_was_too_much_to_count_is_as_what_is_just_too_much() -> None:
    assert value(point(8, 1000, 1000), point(16, None, 1000)) == value(point(8, 1000, 1000), point(16, CENSORED * 1200 - 200, 1000))


def test_one_slow_shape_of_many_counts_half_at_least() -> None:
    shapes = [point(64, 1000, 1000, shape=name) for name in ("random", "reversed", "equal")]
    slow = value(*shapes, point(64, None, 1000, shape="sorted"))
    assert slow == pytest.approx((0 + 3 / 4) / 2, abs=1e-4)
    assert slow > value(*shapes[:2], point(64, None, 1000, shape="equal"), point(64, None, 1000, shape="sorted"))


def test_nothing_measured_earns_nothing() -> None:
    assert judge().value == 0.0
    assert judge(reason="the process died").reason == "the process died"


REASONS = {
    "work grows like the reference's (1.2 times at n = 512)": [point(64, 1200, 1000), point(512, 11_800, 9_800)],
    "8.0 times the reference's work at n = 64, 31 times at n = 512: grows faster": [point(64, 9_400, 1000), point(512, 309_800, 9_800)],
    "5.0 times the reference's work at n = 64, 5.0 times at n = 512": [point(64, 5_800, 1000), point(512, 49_800, 9_800)],
    "8.0 times the reference's work at n = 64, more than 64 times at n = 512: grows faster": [
        point(64, 9_400, 1000),
        point(512, None, 9_800),
    ],
    "5.0 times the reference's work at n = 64": [point(64, 5_800, 1000)],
}


@pytest.mark.parametrize("reason", REASONS)
def test_the_reason_says_how_it_grows(reason: str) -> None:
    assert judge(*REASONS[reason]).reason == reason


def test_findings_and_measures_name_the_largest_size() -> None:
    made = judge(point(64, 9_400, 1000), point(512, 309_800, 9_800))
    (finding,) = made.findings
    assert (finding.rule, finding.severity) == ("efficiency.slower", "warning")
    assert finding.message == "on random inputs, n = 512: 31 times the reference's work"
    measures = {measure.name: measure.value for measure in made.measures}
    assert measures == {"sizes": 2, "size": 512, "work": 309_800, "reference_work": 9_800, "ratio": 31.0}


# ---------------------------------------------------------------------------------------------------- real programs

TIERS = {
    "one pass": """
        def best(a):
            top = run = a[0]
            for x in a[1:]:
                run = max(x, run + x)
                top = max(top, run)
            return top
        """,
    "prefix sums": """
        def best(a):
            sums = [0]
            for x in a:
                sums.append(sums[-1] + x)
            low, top = 0, a[0]
            for total in sums[1:]:
                top = max(top, total - low)
                low = min(low, total)
            return top
        """,
    "divide and conquer": """
        def best(a):
            if len(a) == 1:
                return a[0]
            mid = len(a) // 2
            total, left = 0, a[mid - 1]
            for x in reversed(a[:mid]):
                total += x
                left = max(left, total)
            total, right = 0, a[mid]
            for x in a[mid:]:
                total += x
                right = max(right, total)
            return max(best(a[:mid]), best(a[mid:]), left + right)
        """,
    "two loops": """
        def best(a):
            top = a[0]
            for i in range(len(a)):
                total = 0
                for x in a[i:]:
                    total += x
                    top = max(top, total)
            return top
        """,
    "three loops": """
        def best(a):
            top = a[0]
            for i in range(len(a)):
                for j in range(i, len(a)):
                    top = max(top, sum(a[i:j + 1]))
            return top
        """,
}


def measured(text: str, n: int, budget: int | None = None) -> tuple[Any, int | None]:
    import textwrap

    rng = random.Random(n)
    values = [rng.randrange(-999, 1000) for _ in range(n)]
    meter = Meter(budget)
    space: dict[str, Any] = {"__name__": "solution"}
    try:
        exec(meter.compile(textwrap.dedent(text), "solution.py"), space)
        return space["best"](values), meter.work
    except OverBudget:
        return None, None


def tier(name: str, sizes: tuple[int, ...]) -> float:
    results = []
    for n in sizes:
        expected, reference = measured(TIERS["one pass"], n)
        assert reference is not None
        found, work = measured(TIERS[name], n, CENSORED * reference)
        results.append(point(n, work, reference, passed=work is not None and found == expected))
    return value(*results)


def test_five_ways_to_the_largest_sum_are_worth_less_and_less() -> None:
    sizes = (32, 64, 128, 256, 512)
    scores = {name: tier(name, sizes) for name in TIERS}
    assert scores["one pass"] == 1.0
    assert scores["prefix sums"] > 0.85
    assert 0.2 < scores["divide and conquer"] < 0.6
    assert 0.01 < scores["two loops"] < 0.15
    assert scores["three loops"] < scores["two loops"]
    assert sorted(scores.values(), reverse=True) == list(scores.values())


def test_at_chosen_sizes_what_grows_faster_earns_next_to_nothing() -> None:
    def reference(shape: str, n: int) -> int:
        work = measured(TIERS["one pass"], n)[1]
        assert work is not None
        return work

    sizes = choose_sizes(reference)["random"]
    assert tier("prefix sums", sizes) > 0.85
    assert tier("two loops", sizes) < 0.15
