"""A full disk is our trouble: it is told, nothing is made up, and nothing is left."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.config import load_config


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(folder)], check=False).returncode:
        pytest.skip("NOT SHOWN: a full disk needs root and the right to mount")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_leaves_nothing(small_disk: Path) -> None:
    filler = small_disk / "filler"
    with ca.Arena(load_config(environ={}, workers=1, scratch=str(small_disk))) as arena:
        task = arena.load_task("easy/average-list")
        assert arena.grade(task.reference, task).reward == 1.0
        filler.write_bytes(b"x" * os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_bsize)
        other = arena.load_task("types/sum-mixed")
        with pytest.raises(ca.errors.InfrastructureError, match="No space left"):
            arena.grade(other.reference, other)
        filler.unlink()
        assert arena.grade(other.reference, other).reward == 1.0
    assert list(small_disk.iterdir()) == []


def test_a_submission_that_fills_the_disk_has_an_ordinary_error(small_disk: Path) -> None:
    with ca.Arena(load_config(environ={}, workers=1, scratch=str(small_disk))) as arena:
        task = arena.load_task("easy/average-list")
        grade = arena.grade("open('f', 'wb').write(bytes(10**6))", task)
        assert grade.reward == 0.0
        assert arena.grade(f"{task.reference}# after", task).reward == 1.0
