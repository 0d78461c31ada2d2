"""The tasks that come with the package, as a plugin."""

from __future__ import annotations

import re
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
    # Two plain words: no id reaches outside the suite, or is a name that the file system refuses.
    if not re.fullmatch(r"[a-z0-9-]{1,64}/[a-z0-9-]{1,64}", task_id):
        return None
    folder = SUITE / task_id
    return load_folder(folder) if (folder / "task.toml").is_file() else None


@hookimpl
def codearena_task_sources() -> Iterable[Bundled]:
    """Offer the bundled suite."""
    yield Bundled()
