"""Paths of files below a folder."""

import os.path


def safe_path(base: str, name: str) -> str:
    """Return the path of a file below a folder.

    Args:
        base: The folder.
        name: The name of the file.

    Returns:
        The path of the file.

    Raises:
        ValueError: If the file lies outside the folder.
    """
    path = os.path.normpath(os.path.join(base, name))
    if not path.startswith(base):
        raise ValueError(f"{name} lies outside {base}")
    return path
