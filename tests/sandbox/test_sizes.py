"""Sizes for a workload are chosen where the reference works neither too little nor too much."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codearena.sandbox.sizes import LARGEST, LEAST, MOST, POINTS, choose_sizes

LAWS = {
    "constant": lambda n: 7,
    "logarithmic": lambda n: 10 + 6 * n.bit_length(),
    "root": lambda n: 9 * math.isqrt(n) + 4,
    "linear": lambda n: 6 * n + 4,
    "n log n": lambda n: 5 * n * n.bit_length() + 4,
    "quadratic": lambda n: 6 * n * n + 9 * n,
    "cubic": lambda n: 8 * n**3 + 5,
    "fourth power": lambda n: 3 * n**4 + 5,
    "exponential": lambda n: 6 * 2**n,
    "steeper": lambda n: 5 * 3**n,
    "factorial": lambda n: 4 * math.factorial(min(n, 30)),
    "dear from the start": lambda n: 25_000 + n,
    "too dear from the start": lambda n: 10**6 * n,
}


class Counting:
    """A measurement that notices being asked twice, or for what nobody could wait for."""

    def __init__(self, law: object) -> None:
        self.law = law
        self.asked: list[int] = []

    def __call__(self, shape: str, n: int) -> int:
        assert n not in self.asked
        self.asked.append(n)
        cost = self.law(n)  # type: ignore[operator]
        assert cost <= 5_000_000, f"asked for n = {n}, which costs {cost}"
        return int(cost)


@pytest.mark.parametrize("name", LAWS)
def test_sizes_suit_a_reference_that_is(name: str) -> None:
    measure = Counting(LAWS[name])
    sizes = choose_sizes(measure)["random"]
    assert sizes == tuple(sorted(set(sizes)))
    assert set(sizes) <= set(measure.asked)
    costs = [LAWS[name](n) for n in sizes]
    if name != "too dear from the start":
        assert len(sizes) == POINTS or name == "factorial"
        assert max(costs) <= MOST
    if "constant" not in name and "log" not in name and "root" not in name:
        assert costs[-1] >= min(MOST, 16 * LEAST) / 4  # the range is used


@pytest.mark.parametrize("name", ["linear", "n log n"])
def test_sizes_double_where_there_is_room(name: str) -> None:
    sizes = choose_sizes(Counting(LAWS[name]), largest=10**6)["random"]
    assert LAWS[name](sizes[0]) >= LEAST > LAWS[name](sizes[0] // 2) or len(sizes) == POINTS
    assert all(b == 2 * a for a, b in itertools.pairwise(sizes))


def test_sizes_of_a_reference_that_hardly_works_end_somewhere() -> None:
    assert choose_sizes(Counting(LAWS["constant"]))["random"][-1] == LARGEST
    assert choose_sizes(Counting(LAWS["logarithmic"]), largest=10**6)["random"][-1] == 10**6


def test_exponential_references_grow_one_by_one() -> None:
    sizes = choose_sizes(Counting(LAWS["steeper"]))["random"]
    assert sizes == tuple(range(sizes[0], sizes[0] + POINTS))


def test_each_shape_has_sizes_of_its_own() -> None:
    costs = {"random": 10, "sorted": 300}
    sizes = choose_sizes(lambda shape, n: costs[shape] * n, ("random", "sorted"))
    assert list(sizes) == ["random", "sorted"]
    assert sizes["sorted"][-1] < sizes["random"][-1]


@given(
    factor=st.integers(0, 5000),
    power=st.floats(0, 5),
    base=st.floats(1, 4),
    offset=st.integers(0, 70_000),
    largest=st.none() | st.integers(-3, 5000),
)
def test_whatever_the_reference_there_are_sizes_within_bounds(
    factor: int, power: float, base: float, offset: int, largest: int | None
) -> None:
    def law(n: int) -> int:
        return int(min(offset + factor * n**power * base ** min(n, 400), 10**15))

    sizes = choose_sizes(lambda shape, n: law(n), largest=largest)["random"]
    assert 1 <= len(sizes) <= POINTS
    assert sizes == tuple(sorted(set(sizes)))
    assert sizes[0] >= 1
    assert sizes[-1] <= max(1, LARGEST if largest is None else largest)
    assert len(sizes) == 1 or max(map(law, sizes)) <= MOST
    assert sizes == choose_sizes(lambda shape, n: law(n), largest=largest)["random"]
