"""Folders for what lives only as long as a lane or a grade."""

from __future__ import annotations

import os
import stat


def empty(folder: str) -> None:
    """Remove everything below ``folder``, whatever rights its owner took from himself. Follows no link."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            os.chmod(entry.path, stat.S_IRWXU)
            empty(entry.path)
            os.rmdir(entry.path)
        else:
            os.unlink(entry.path)


def remove(folder: str) -> None:
    """Remove ``folder`` and everything below it; nothing happens when it is not there."""
    if os.path.isdir(folder):
        empty(folder)
        os.rmdir(folder)


def exceeds(folder: str, *, files: int, size: int) -> bool:
    """Return whether ``folder`` holds more than ``files`` entries or ``size`` bytes."""
    left_files, left_bytes, todo = files, size, [folder]
    while todo:
        try:
            entries = list(os.scandir(todo.pop()))
        except OSError:  # gone or made unreadable since it was listed
            continue
        for entry in entries:
            left_files -= 1
            try:
                left_bytes -= entry.stat(follow_symlinks=False).st_blocks * 512
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
            except OSError:
                continue
        if left_files < 0 or left_bytes < 0:
            return True
    return False
