"""Folders for what lives only as long as a lane or a grade. What is in them was made to be hard to remove."""

from __future__ import annotations

import errno
import os
import stat
from itertools import count


def empty(folder: str) -> None:
    """Remove everything below ``folder``: nested however deep, and whatever rights were taken from it. Follows no link.

    Nothing may write below ``folder`` at the same time.
    """
    if not os.listdir(folder):
        return
    root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    unique = f"{os.urandom(8).hex()}-"
    number = count()
    try:
        # Folders move up to the root before they are looked into, so no path grows long and nothing recurses.
        while names := os.listdir(root):
            for name in names:
                if not _unlinked(name, root):
                    _unpack(name, root, unique, number)
    finally:
        os.close(root)


def _unlinked(name: str, parent: int) -> bool:
    try:
        os.unlink(name, dir_fd=parent)
    except (IsADirectoryError, PermissionError):
        if not stat.S_ISDIR(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode):
            raise
        os.chmod(name, stat.S_IRWXU, dir_fd=parent)
        return False
    return True


def _unpack(name: str, root: int, unique: str, number: count[int]) -> None:
    inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=root)
    try:
        for each in os.listdir(inner):
            if not _unlinked(each, inner):
                os.rename(each, f"{unique}{next(number)}", src_dir_fd=inner, dst_dir_fd=root)
    finally:
        os.close(inner)
    os.rmdir(name, dir_fd=root)


def remove(folder: str) -> None:
    """Remove ``folder`` and everything below it; nothing happens when it is not there."""
    if os.path.isdir(folder):
        empty(folder)
        os.rmdir(folder)


def exceeds(folder: str, *, files: int, size: int) -> bool:
    """Return whether ``folder`` holds more than ``files`` entries or ``size`` bytes, or is nested past what a path can name."""
    left_files, left_bytes, todo = files, size, [folder]
    while todo:
        try:
            entries = list(os.scandir(todo.pop()))
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                return True
            continue  # gone or made unreadable since it was listed
        for entry in entries:
            left_files -= 1
            try:
                left_bytes -= entry.stat(follow_symlinks=False).st_blocks * 512
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
            except OSError as error:
                if error.errno == errno.ENAMETOOLONG:
                    return True
        if left_files < 0 or left_bytes < 0:
            return True
    return False
