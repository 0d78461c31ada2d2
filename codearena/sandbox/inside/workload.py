"""Work in O: inputs that grow, made by the task; counts and results from the submission's process; the comparison here."""

from __future__ import annotations

import copy
import math
import os
import random
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codearena.sandbox import pipe
from codearena.sandbox.codec import Malformed, Parcels
from codearena.sandbox.inside.proxy import Candidate
from codearena.sandbox.inside.suite import Outcome
from codearena.sandbox.pipe import Gone
from codearena.sandbox.sizes import choose_sizes

Files = Sequence[tuple[str, str]]

CALIBRATION_BUDGET = 5_000_000
"""Operations after which a reference counts as too slow to measure at that size."""
HARMED = "the arguments are left otherwise than the reference leaves them"
_SPELLED = "{shape}/{n}"


class WorkloadError(Exception):
    """The task's workload, or its reference on it, does not work."""


class Workload:
    """What ``workload.py`` says: `inputs`, and optionally ``SHAPES``, ``ENTRY``, ``MAX_N`` and ``accepts``."""

    def __init__(self, path: str, reference: str, seed: int) -> None:
        module = types.ModuleType("workload")
        with open(path, encoding="utf-8") as file:
            exec(compile(file.read(), path, "exec", dont_inherit=True), vars(module))
        self._reference = types.ModuleType("reference")
        sys.modules["reference"] = self._reference
        exec(compile(reference, "reference.py", "exec", dont_inherit=True), vars(self._reference))
        if not callable(getattr(module, "inputs", None)):
            raise WorkloadError("workload.py defines no inputs(n, rng, shape)")
        self._inputs: Callable[..., Any] = module.inputs
        self._accepts: Callable[..., bool] | None = getattr(module, "accepts", None)
        self.shapes: tuple[str, ...] = _shapes(getattr(module, "SHAPES", ("random",)))
        self.largest: int | None = getattr(module, "MAX_N", None)
        if self.largest is not None and (type(self.largest) is not int or self.largest < 1):
            raise WorkloadError(f"MAX_N must be a whole number from 1, not {self.largest!r}")
        self._entry: str | None = getattr(module, "ENTRY", None)
        self._seed = seed
        self._points: dict[tuple[str, int], Point] = {}
        self._parcels = Parcels()

    def entry(self) -> str:
        """Return the name of the function that is measured: ``ENTRY``, or the only public one of the reference."""
        public = [n for n, v in vars(self._reference).items() if isinstance(v, types.FunctionType) and v.__module__ == "reference"]
        public = [name for name in public if not name.startswith("_")]
        if self._entry is None and len(public) != 1:
            raise WorkloadError(f"workload.py names no ENTRY, and the reference defines {len(public)} public functions")
        name = self._entry or public[0]
        if not callable(getattr(self._reference, name, None)):
            raise WorkloadError(f"ENTRY names {name!r}, which the reference does not define")
        return name

    def arguments(self, shape: str, n: int) -> tuple[Any, ...]:
        """Return fresh arguments: the same for the same seed, shape and size."""
        rng = random.Random(f"{self._seed}/{shape}/{n}")  # noqa: S311 (keeps no secret: the same for everybody)
        try:
            made = self._inputs(n, rng, shape)
        except Exception as error:  # the task's own code
            raise WorkloadError(f"inputs({n}, rng, {shape!r}) raised {type(error).__name__}: {error}") from error
        if not isinstance(made, tuple):
            raise WorkloadError(f"inputs({n}, rng, {shape!r}) returned a {type(made).__name__}; expected a tuple of arguments")
        return made

    def point(self, shape: str, n: int) -> Point:
        """Return the arguments of one size, and what the reference makes of them; made once."""
        made = self._points.get((shape, n))
        if made is None:
            try:
                packed = self._parcels.pack(self.arguments(shape, n))
            except Malformed as error:
                raise WorkloadError(f"inputs({n}, rng, {shape!r}) made arguments that are not plain values: {error}") from error
            if self._parcels.pack(self.arguments(shape, n)) != packed:
                raise WorkloadError(f"inputs({n}, rng, {shape!r}) makes others each time; take every random choice from rng")
            arguments = self._parcels.unpack(packed)
            try:
                expected = copy.deepcopy(getattr(self._reference, self.entry())(*arguments))
                left = self._parcels.pack(arguments)
            except Exception as error:  # the task's own code
                raise WorkloadError(
                    f"the reference, or taking a copy of its result, raised {type(error).__name__} for {shape}/{n}: {error}"
                ) from error
            made = self._points[shape, n] = Point(packed, expected, left)
        return made

    def right(self, point: Point, packed_result: bytes) -> bool:
        """Whether a result is right; raises `Malformed`."""
        result = self._parcels.unpack(packed_result)
        if self._accepts is not None:
            try:
                return bool(self._accepts(result, copy.deepcopy(point.expected), *self._parcels.unpack(point.packed)))
            except Exception:  # the task's own code, which may not have thought of such a result
                return False
        return same(result, point.expected)

    def unharmed(self, point: Point, left: bytes) -> bool:
        """Whether the arguments are left as the reference leaves them."""
        try:
            return left == point.left or same(self._parcels.unpack(left), self._parcels.unpack(point.left))
        except Malformed:
            return False


@dataclass(frozen=True, slots=True)
class Point:
    """One shape at one size."""

    packed: bytes
    """The arguments."""
    expected: Any
    """The reference's result."""
    left: bytes
    """The arguments as the reference leaves them."""


class WorkRun:
    """One submission under one workload."""

    def __init__(self, workload: Workload, candidate: Candidate, files: Files, translated: Mapping[str, bytes]) -> None:
        """Begin; ``translated`` holds what was already made of the files for the meter, by name."""
        self._workload, self._candidate = workload, candidate
        self._program = tuple(files), tuple(translated.items())
        self._looked: set[str] = set()

    def calibrate(self) -> list[Outcome]:
        """Choose sizes by the work of this program, the reference; return an outcome for each shape and size."""
        self._candidate.ask(pipe.METER, *self._program)
        outcomes: dict[tuple[str, int], Outcome] = {}

        def measure(shape: str, n: int) -> int:
            outcome = outcomes[shape, n] = self._measure(shape, n, CALIBRATION_BUDGET)
            if outcome.work is None or not outcome.passed:
                raise WorkloadError(f"the reference at {outcome.id}: {outcome.reason}")
            return outcome.work

        shapes = self._workload.shapes
        chosen = choose_sizes(measure, shapes, self._workload.largest)
        return [outcomes[shape, n] for shape in shapes for n in chosen[shape]]

    def grade(self, budgets: dict[str, int]) -> list[Outcome]:
        """Measure at each ``SHAPE/N`` of ``budgets``, which give the work from which on nothing is earned there.

        Where there was too much of it, or an error, larger sizes of that shape are not run: it would be there as well.
        """
        try:
            self._candidate.ask(pipe.METER, *self._program)
        except Gone:
            raise
        except BaseException as error:  # the boundary around the submission's text
            reason = f"{type(error).__name__}: {error}"[:500]
            return [Outcome(point, passed=False, reason=reason) for point in budgets]
        outcomes: list[Outcome] = []
        hopeless: dict[str, str] = {}
        for point, budget in budgets.items():
            shape, _, size = point.rpartition("/")
            if shape in hopeless:
                outcomes.append(Outcome(point, passed=False, reason=hopeless[shape]))
                continue
            outcome = self._measure(shape, int(size), budget)
            outcomes.append(outcome)
            if outcome.work is None or outcome.reason == HARMED:
                hopeless[shape] = outcome.reason or f"not run: too much work at n = {size}"
            if self._candidate.lost is not None:
                break
        return outcomes

    def _measure(self, shape: str, n: int, budget: int) -> Outcome:
        point, name = self._workload.point(shape, n), _SPELLED.format(shape=shape, n=n)
        # Looking at what became of the arguments can cost as much as the work: once for each shape, unless they are the result.
        look = point.left != point.packed or shape not in self._looked
        self._looked.add(shape)
        token = os.urandom(16)  # of which an answer that was written before the question knows nothing
        try:
            asked = (self._workload.entry(), point.packed, budget, look)
            returned, work, result, left = self._candidate.ask(pipe.MEASURE, token, *asked)
        except BaseException as error:  # the boundary around the submission: what it raised, or that its process is gone
            return Outcome(name, passed=False, ended=False, reason=f"{type(error).__name__}: {error}"[:500])
        if returned != token or type(work) is not int or type(result) is not bytes or type(left) is not bytes:
            return Outcome(name, passed=False, ended=False, reason="an answer to another question")
        if work < 0:
            return Outcome(name, passed=False)
        try:
            right = self._workload.right(point, result)
        except Malformed:
            return Outcome(name, passed=False, work=work, reason="a result that cannot be read")
        if right and look and not self._workload.unharmed(point, left):
            return Outcome(name, passed=False, work=work, reason=HARMED)
        return Outcome(name, passed=right, work=work, reason="" if right else "another result than the reference's")


def _shapes(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list | tuple) or not given or not all(isinstance(shape, str) and shape for shape in given):
        raise WorkloadError(f"SHAPES must be a list of names, not {given!r}")
    return tuple(given)


def same(found: Any, expected: Any) -> bool:
    """Whether two plain values are equal, floats up to a relative 1e-9: sums may be taken in another order.

    Nothing of the submission's is ever asked: whatever is not plain is not equal.

    >>> same([0.1 + 0.2, "a"], [0.3, "a"]), same((1,), [1])
    (True, False)
    """
    if isinstance(expected, float) and type(found) in (int, float):
        both_nan = math.isnan(found) and math.isnan(expected)
        return both_nan or found == expected or math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-12)
    if isinstance(expected, complex) and type(found) in (int, float, complex):
        return same(found.real, expected.real) and same(found.imag, expected.imag)
    if type(found) is not type(expected):
        return type(found) in (int, bool, float) and isinstance(expected, int | float) and bool(found == expected)
    if isinstance(expected, list | tuple):
        return len(found) == len(expected) and all(map(same, found, expected))
    if isinstance(expected, dict):
        return found.keys() == expected.keys() and all(same(found[key], value) for key, value in expected.items())
    return bool(found == expected)
