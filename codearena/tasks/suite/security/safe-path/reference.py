"""Paths of files below a folder, by names that strangers choose."""

import posixpath


def safe_path(base: str, name: str) -> str:
    """Return the path of the file called name below base, in its simplest form.

    Raises ValueError for a name that does not lead there.

    >>> safe_path("/srv/files", "a/../c")
    '/srv/files/c'
    """
    if not base.startswith("/"):
        raise ValueError(f"{base!r} is not absolute")
    if name.startswith("/") or "\\" in name or "\0" in name:
        raise ValueError(f"{name!r} is no name of a file here")
    folder = posixpath.normpath(base)
    path = posixpath.normpath(posixpath.join(folder, name))
    # By parts, not by characters: /srv/files-old begins with /srv/files as well.
    if path == folder or posixpath.commonpath([folder, path]) != folder:
        raise ValueError(f"{name!r} does not lead to a file below {folder}")
    return path
