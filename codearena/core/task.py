"""What is asked of a submission, as an immutable value named by its content."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from codearena.core.digest import digest
from codearena.core.errors import InvalidTaskError

if TYPE_CHECKING:
    from codearena.core.programs import Comparison, ProgramCase

DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a submission may use in its tests, and once more in its properties and in its workload.

    CPU time decides; wall clock is only a backstop against sleeping.
    """

    cpu_seconds: float = 5.0
    """CPU seconds of the submission over all tests, over all properties, or over the workload."""
    memory_mb: int = 512
    """Address space of the submission above that of the interpreter, in MiB."""
    processes: int = 1
    """Processes of the submission, itself included. Threads are bounded by memory."""
    output_bytes: int = 1_000_000
    """Bytes on standard output and standard error together."""

    @property
    def wall_seconds(self) -> float:
        """Seconds of being neither computing nor waiting for a core after which a run counts as asleep."""
        return 2 * self.cpu_seconds + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TestFile:
    """One pytest file of a task."""

    __test__ = False  # not a test class, whatever pytest thinks of its name

    name: str
    """File name, such as ``test_hidden.py``."""
    text: str

    @property
    def visible(self) -> bool:
        """Whether a solver may read the whole file."""
        return self.name.startswith("test_visible")


@dataclass(frozen=True, kw_only=True)
class Task:
    """A task: what the solver reads, the tests, and the reference that shows it can be done."""

    id: str
    prompt: str
    reference: str
    tests: tuple[TestFile, ...] = ()
    starter: str = ""
    """The program to be repaired; empty where the solver starts from nothing."""
    properties: str = ""
    """Hypothesis tests that import ``solution``, and ``reference`` where they compare; never shown to a solver."""
    workload: str = ""
    """``inputs(n, rng, shape)``, which makes arguments of size n for counting work; never shown to a solver."""
    version: str = "1"
    title: str = ""
    difficulty: str = "medium"
    family: str = ""
    language: str = "python"
    entry_points: tuple[str, ...] = ()
    """Names that tests use of the submission; derived from the reference where the task names none."""
    tags: tuple[str, ...] = ()
    license: str = ""
    source: str = ""
    limits: Limits = Limits()
    cases: tuple[ProgramCase, ...] = ()
    """Of a program that reads standard input: what it is to print for what. Such a task has no tests, properties or workload."""
    comparison: Comparison | None = None
    """When an output counts as the expected one; None is `programs.TEXT`."""
    right: tuple[tuple[str, str], ...] = ()
    """Variants that must be solved: pairs of file name and text. Not part of what is graded against."""
    wrong: tuple[tuple[str, str], ...] = ()
    """Variants that must not be: pairs of file name and text."""

    def __post_init__(self) -> None:
        for field in ("id", "prompt", "reference", "starter", "properties", "workload", "version", "language"):
            if not isinstance(getattr(self, field), str):
                raise InvalidTaskError(f"task {self.id!r}: {field} must be a text, not {type(getattr(self, field)).__name__}")
        for file in self.tests:
            if not isinstance(file.name, str) or not re.fullmatch(r"\w[\w.-]{0,100}\.py", file.name):
                raise InvalidTaskError(f"task {self.id!r}: a test file must be called like test_it.py, not {file.name!r}")
            if not isinstance(file.text, str):
                raise InvalidTaskError(f"task {self.id!r}: the text of {file.name} is a {type(file.text).__name__}")
        if self.cases and (self.tests or self.properties or self.workload):
            raise InvalidTaskError(f"task {self.id!r} has cases for a program, so it cannot have tests, properties or a workload as well")
        for limit, value in asdict(self.limits).items():
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole and not (limit == "cpu_seconds" and isinstance(value, float)):
                raise InvalidTaskError(f"task {self.id!r}: the limit {limit} must be a number, not {value!r}")
            if not 0 < value <= 10**12:
                raise InvalidTaskError(f"task {self.id!r}: the limit {limit} must be positive and finite, not {value!r}")

    @cached_property
    def digest(self) -> str:
        """Name of everything that can change a grade; prose, tags and variants do not."""
        graded = (self.id, self.version, self.language, self.starter, self.reference, self.entry_points, self.properties, self.workload)
        program = [list(map(asdict, self.cases)), self.comparison and asdict(self.comparison)] if self.cases else []
        return digest([*graded, [[t.name, t.text] for t in self.tests], asdict(self.limits), *program])

    def view(self) -> TaskView:
        """Return what a solver may see: visible tests, and neither hidden ones nor the reference."""
        visible = tuple(t for t in map(_visible_part, self.tests) if t is not None)
        shared = {f.name: getattr(self, f.name) for f in fields(TaskView) if f.name not in ("tests", "cases")}
        return TaskView(tests=visible, cases=tuple(case for case in self.cases if case.visible), **shared)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data; `from_dict` is its inverse."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Task:
        """Rebuild a task from `to_dict`'s data."""
        known = {f.name: data[f.name] for f in fields(cls) if f.name in data}
        for name in ("entry_points", "tags"):
            known[name] = tuple(known.get(name, ()))
        for name in ("right", "wrong"):
            known[name] = tuple((key, value) for key, value in known.get(name, ()))
        known["tests"] = tuple(TestFile(**t) for t in known["tests"])
        known["limits"] = Limits(**known.get("limits", {}))
        if known.get("cases"):
            from codearena.core.programs import Comparison, ProgramCase

            known["cases"] = tuple(ProgramCase(**case) for case in known["cases"])
            known["comparison"] = Comparison(**known["comparison"]) if known.get("comparison") else None
        else:
            known |= {"cases": (), "comparison": None}
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """The part of a task that a solver may see."""

    id: str
    prompt: str
    starter: str
    tests: tuple[TestFile, ...]
    title: str
    difficulty: str
    family: str
    language: str
    entry_points: tuple[str, ...]
    tags: tuple[str, ...]
    limits: Limits
    cases: tuple[ProgramCase, ...]


def _visible_part(file: TestFile) -> TestFile | None:
    """Return ``file`` without its hidden tests, or None when nothing visible is left."""
    if file.visible:
        return file
    try:
        tree = ast.parse(file.text)
    except (SyntaxError, ValueError):  # then nobody can say which part is hidden
        return None
    if not any(_is_test(node) and _is_marked(node) for node in tree.body):
        return None
    # Written anew from the tree: cutting lines out of the text would have to agree with Python on what a line is.
    shown = ast.fix_missing_locations(_WithoutHidden().visit(tree))
    return TestFile(name=file.name, text=ast.unparse(shown) + "\n")


class _WithoutHidden(ast.NodeTransformer):
    """Drops tests that are not marked visible, wherever a module may define them."""

    def generic_visit(self, node: ast.AST) -> Any:  # noqa: ANN401 (as inherited)
        if isinstance(node, ast.stmt) and _is_test(node):
            return node if _is_marked(node) else None
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.expr):
            return node
        visited = super().generic_visit(node)
        if getattr(visited, "body", None) == []:
            visited.body = [ast.Pass()]  # type: ignore[attr-defined]
        return visited


def _is_test(node: ast.stmt) -> bool:
    if isinstance(node, ast.ClassDef):
        bases = any(ast.unparse(base).endswith("TestCase") for base in node.bases)
        return bases or node.name.startswith("Test") or any(_is_test(each) for each in node.body)
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id.startswith("test") for target in node.targets)
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test")


def _is_marked(node: ast.stmt) -> bool:
    return any(ast.unparse(d) in ("pytest.mark.visible", "mark.visible") for d in getattr(node, "decorator_list", ()))
