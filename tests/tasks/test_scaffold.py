"""A task that was just begun is a task: complete, sound, and written as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

import codearena as ca
from codearena.core.errors import InvalidTaskError
from codearena.soundness import check_task
from codearena.tasks.folder import load_folder
from codearena.tasks.scaffold import write_task


def test_it_is_sound_as_it_stands(arena: ca.Arena, tmp_path: Path) -> None:
    task = load_folder(write_task("mine/peaks", tmp_path, properties=True, workload=True))
    report = check_task(arena, task)
    assert report.problems == ()
    assert report.graded > len(task.right) + len(task.wrong)


def test_it_is_sound_without_the_optional_files(arena: ca.Arena, tmp_path: Path) -> None:
    assert check_task(arena, load_folder(write_task("mine/peaks", tmp_path))).problems == ()


def test_it_is_called_as_was_asked(tmp_path: Path) -> None:
    folder = write_task("my-own/task-2", tmp_path)
    task = load_folder(folder)
    assert folder == tmp_path / "task-2"
    assert (task.id, task.family) == ("my-own/task-2", "my-own")
    assert [test.name for test in task.view().tests] == ["test_visible.py"]
    assert task.right
    assert task.wrong


@pytest.mark.parametrize("properties", [False, True])
@pytest.mark.parametrize("workload", [False, True])
def test_optional_files_are_there_when_asked_for(tmp_path: Path, properties: bool, workload: bool) -> None:
    folder = write_task("mine/peaks", tmp_path, properties=properties, workload=workload)
    assert (folder / "properties.py").exists() == properties
    assert (folder / "workload.py").exists() == workload


BAD = [
    "",
    "peaks",
    "mine/",
    "/peaks",
    "mine/peaks/x",
    "../peaks",
    "mine/..",
    "Mine/peaks",
    "mine/pe aks",
    "mine/-peaks",
    "mine/peaks\n",
    "a/" + "b" * 65,
]


@pytest.mark.parametrize("task_id", BAD)
def test_a_bad_id_is_refused_with_what_is_expected(tmp_path: Path, task_id: str) -> None:
    with pytest.raises(InvalidTaskError, match="expected FAMILY/NAME, such as mine/average"):
        write_task(task_id, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    there = tmp_path / "peaks"
    if kind == "folder":
        there.mkdir()
    elif kind == "file":
        there.write_text("mine")
    else:
        there.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InvalidTaskError, match="peaks is there already; remove it, choose another name"):
        write_task("mine/peaks", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["peaks"]
    assert not there.is_dir() or not list(there.iterdir())


def test_the_folder_to_write_into_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidTaskError, match="is not a folder, so no task can be written into it; make it first"):
        write_task("mine/peaks", tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "expected"), [(OSError(28, "No space left on device"), InvalidTaskError), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_a_failure_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, expected: type[BaseException]
) -> None:
    written = []
    write = Path.write_text

    def fail_at_the_fourth(path: Path, text: str, encoding: str) -> int:
        written.append(path)
        if len(written) == 4:
            raise error
        return write(path, text, encoding=encoding)

    monkeypatch.setattr(Path, "write_text", fail_at_the_fourth)
    with pytest.raises(expected):
        write_task("mine/peaks", tmp_path)
    assert len(written) == 4
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(InvalidTaskError, match="peaks cannot be made: Permission denied; write into another folder"):
        write_task("mine/peaks", tmp_path)
