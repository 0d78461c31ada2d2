"""What a scorer is given: one argument, so that the contract can grow."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, Protocol

from codearena.core.errors import JudgeUnavailable
from codearena.core.grade import Resources
from codearena.core.submission import Submission
from codearena.core.task import Task

CENSORED = 64
"""So many times the reference's work and more earns nothing, and is not counted to its end."""
SLACK = 200
"""Added to both sides of that comparison, so that a line of validation does not count at small sizes."""


def budget(reference_work: int) -> int:
    """Return the work from which on nothing is earned, where the reference does so much.

    >>> budget(0), budget(1000)
    (12600, 76600)
    """
    return CENSORED * (reference_work + SLACK) - SLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """Outcome of one test on one submission."""

    __test__ = False

    id: str
    """``file::name`` as pytest writes it."""
    passed: bool
    visible: bool
    reason: str = ""
    """Why it did not pass: one short line."""
    log: str = ""
    """What pytest prints of the failure, bounded; empty when passed."""
    line: int | None = None
    """Line in the submission where an error arose."""
    ended: bool = True
    """Whether the submission came to an end of its own in it: no crash, no exceeded limit."""
    work: int | None = None
    """Operations counted in the submission, where work is counted; None where it was not."""
    reference_work: int | None = None
    """Operations counted in the reference at the same inputs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What happened when a task's tests, its properties or its workload met a submission."""

    results: tuple[TestResult, ...]
    """One for each test that the task promised, in its order; one that did not report has failed. Of a workload, one for
    each shape and size, called ``SHAPE/N``, which passes when the result equals the reference's."""
    flags: tuple[str, ...] = ()
    """``timeout``, ``memory``, ``output-limit``, ``disk-limit``, ``exit``, ``protocol`` ..."""
    reason: str = ""
    """Why the run ended early; empty when it did not."""
    resources: Resources = Resources()

    @property
    def ratio(self) -> float:
        """Share of tests passed."""
        return sum(r.passed for r in self.results) / len(self.results) if self.results else 0.0


class Source:
    """Facts of a text, parsed once and only when asked."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tree(self) -> ast.Module:
        """Syntax tree; raises `SyntaxError` (or `ValueError` for NUL bytes) when there is none."""
        return ast.parse(self.text)

    def calls(self, name: str) -> list[int]:
        """Return the lines on which something called ``name`` (``print``, ``os.system``) is called."""
        calls = (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return sorted(call.lineno for call in calls if _dotted(call.func) == name)

    @cached_property
    def imports(self) -> frozenset[str]:
        """Top-level names of the modules that the text imports."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
        return frozenset(found)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


Suite = Literal["tests", "properties", "workload"]
"""What of a task can be run on a submission."""
SUITES: tuple[Suite, ...] = ("tests", "properties", "workload")


class RunFunction(Protocol):
    """Runs a part of a task on the submission."""

    def __call__(self, what: Suite = "tests", /) -> Run:
        """Return what happened; raises `SandboxFault` when a failure was shown to be ours."""


def _no_judge(request: Mapping[str, Any]) -> str:
    raise JudgeUnavailable("no judge is configured; set judge_url and judge_model")


@dataclass(frozen=True, kw_only=True)
class Case:
    """One submission before one task, as a scorer sees it."""

    task: Task
    submission: Submission
    run: RunFunction
    """``run()`` runs the task's tests on the submission in the sandbox, ``run("properties")`` its properties,
    ``run("workload")`` its workload. Each runs once per grade, however often it is asked for."""
    ask: Callable[[Mapping[str, Any]], str] = _no_judge
    """Ask the configured language model: ``{"messages", "schema", "max_tokens", "seed", "attempt"}`` to the text of its
    answer, which may be anything. Raises `JudgeUnavailable`. With ``attempt`` above 0 no earlier answer is used."""
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Options of this scorer from the profile."""
    seed: int = 0

    @cached_property
    def source(self) -> Source:
        """Facts of the main file."""
        return Source(self.submission.text)
