"""What is asked of a submission, as an immutable value named by its content."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from typing import Any

from codearena.core.digest import digest

DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one grade may use. CPU time decides; wall clock is only a backstop against sleeping."""

    cpu_seconds: float = 5.0
    """CPU seconds of the submission over the whole suite."""
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
    tests: tuple[TestFile, ...]
    reference: str
    starter: str = ""
    """The program to be repaired; empty where the solver starts from nothing."""
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
    right: tuple[tuple[str, str], ...] = ()
    """Variants that must be solved: pairs of file name and text. Not part of what is graded against."""
    wrong: tuple[tuple[str, str], ...] = ()
    """Variants that must not be: pairs of file name and text."""

    @cached_property
    def digest(self) -> str:
        """Name of everything that can change a grade; prose, tags and variants do not."""
        graded = (self.id, self.version, self.language, self.starter, self.reference, self.entry_points)
        return digest([*graded, [[t.name, t.text] for t in self.tests], asdict(self.limits)])

    def view(self) -> TaskView:
        """Return what a solver may see: visible tests, and neither hidden ones nor the reference."""
        visible = tuple(t for t in map(_visible_part, self.tests) if t is not None)
        shared = {f.name: getattr(self, f.name) for f in fields(TaskView) if f.name != "tests"}
        return TaskView(tests=visible, **shared)

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


def _visible_part(file: TestFile) -> TestFile | None:
    """Return ``file`` without its hidden tests, or None when nothing visible is left."""
    if file.visible:
        return file
    if "visible" not in file.text:
        return None
    tree = ast.parse(file.text)
    hidden = [node for node in tree.body if _is_test(node) and not _is_marked(node)]
    if not any(_is_test(node) and _is_marked(node) for node in tree.body):
        return None
    lines = file.text.splitlines(keepends=True)
    for node in reversed(hidden):
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
        del lines[first - 1 : node.end_lineno]
    return TestFile(name=file.name, text="".join(lines))


def _is_test(node: ast.stmt) -> bool:
    if isinstance(node, ast.ClassDef):
        return node.name.startswith("Test")
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test")


def _is_marked(node: ast.stmt) -> bool:
    return any(ast.unparse(d) in ("pytest.mark.visible", "mark.visible") for d in getattr(node, "decorator_list", ()))
