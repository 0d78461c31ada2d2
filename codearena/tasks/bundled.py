"""The tasks that come with the package, as a plugin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from codearena.core.hookspecs import hookimpl
from codearena.core.task import Task
from codearena.tasks.folder import load_folder

SUITE = Path(__file__).parent / "suite"


class Bundled:
    """The suite: ids are ``family/name``."""

    def ids(self) -> list[str]:
        """Return every id, sorted."""
        return sorted(path.parent.relative_to(SUITE).as_posix() for path in SUITE.glob("*/*/task.toml"))

    def load(self, task_id: str) -> Task | None:
        """Return the task, read once per process, or None."""
        return _load(task_id)


@cache
def _load(task_id: str) -> Task | None:
    folder = SUITE / task_id
    # Resolved, so that no id reaches outside the suite.
    inside = folder.resolve().is_relative_to(SUITE.resolve())
    return load_folder(folder) if inside and (folder / "task.toml").is_file() else None


@hookimpl
def codearena_task_sources() -> Iterable[Bundled]:
    """Offer the bundled suite."""
    yield Bundled()
