"""A scratch folder is emptied whatever a submission left in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from codearena.sandbox import scratch


def nest(folder: Path, depth: int) -> None:
    """Make folders nested deeper than a path can name."""
    here = os.getcwd()
    os.chdir(folder)
    try:
        for _ in range(depth):
            os.mkdir("d" * 50)
            os.chdir("d" * 50)
        Path("file").write_text("deep")
    finally:
        os.chdir(here)


def test_files_and_folders_go(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_text("x")
    (tmp_path / "d").write_text("y")
    scratch.empty(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_folders_without_rights_go(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_text("x")
    (tmp_path / "a" / "b").chmod(0)
    (tmp_path / "a").chmod(0)
    scratch.empty(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_nesting_past_the_longest_path_goes(tmp_path: Path) -> None:
    nest(tmp_path, 300)
    scratch.empty(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_removed_and_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(kept)
    scratch.empty(str(inside))
    assert list(inside.iterdir()) == []
    assert (kept / "file").read_text() == "x"


def test_removing_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    scratch.remove(str(tmp_path / "absent"))
    scratch.remove(str(tmp_path))
    assert not tmp_path.exists()


@pytest.mark.parametrize(("files", "size", "over"), [(3, 10_000, False), (1, 10_000, True), (3, 4095, True)])
def test_what_a_folder_holds_is_counted(tmp_path: Path, files: int, size: int, over: bool) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"x" * 4000)
    folder = tmp_path / "a"
    assert scratch.exceeds(str(tmp_path), files=files, size=size + folder.stat().st_blocks * 512) is over


def test_nesting_past_the_longest_path_counts_as_too_much(tmp_path: Path) -> None:
    nest(tmp_path, 300)
    assert scratch.exceeds(str(tmp_path), files=1000, size=1 << 40)
    scratch.empty(str(tmp_path))
