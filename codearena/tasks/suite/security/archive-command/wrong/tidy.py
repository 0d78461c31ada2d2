"""The command that packs files."""

import shlex
from collections.abc import Sequence


def archive_command(archive: str, files: Sequence[str]) -> list[str]:
    """Return the arguments with which tar packs files.

    Args:
        archive: The name of the archive.
        files: The names of the files.

    Returns:
        The arguments, ready for subprocess.

    Raises:
        ValueError: If the archive has another ending.
    """
    if not archive.endswith(".tar.gz"):
        raise ValueError(f"{archive} is no .tar.gz")
    return shlex.split(f"tar --force-local -czf {archive} -- {' '.join(files)}")
