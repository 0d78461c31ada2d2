"""What every test may use, and what must hold once all of them are done."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import codearena
from codearena import api
from codearena.core.config import load_config


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the last test when a process that any of them started is still there."""
    yield
    api._close(os.getpid())  # the arena of ``codearena.grade``, which otherwise lives as long as the interpreter
    deadline = time.monotonic() + 10
    while (left := children()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left, f"processes left behind: {left}"


@pytest.fixture(scope="session")
def arena(nothing_left_behind: None) -> Iterator[codearena.Arena]:
    """An arena of two lanes for all tests, as it is without any configuration."""
    config = load_config(start=Path("/"), environ={}, workers=2, seed=0)
    with codearena.Arena(config) as opened:
        yield opened


def children() -> dict[int, str]:
    """Return the command line of every child of this process, by number; of one that nobody waited for, what it is."""
    found = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
        except OSError:  # it ended while we looked
            continue
        if int(parent) == os.getpid() and "multiprocessing.resource_tracker" not in command:
            found[int(folder.name)] = command if state != "Z" else "ended, but nobody waited for it"
    return found
