from os.path import normpath
from pathlib import PurePosixPath


def safe_path(base, name):
    folder, given = PurePosixPath(base), PurePosixPath(name)
    if not folder.is_absolute() or given.is_absolute() or set(name) & {"\\", "\0"}:
        raise ValueError(f"unusable: {name!r} below {base!r}")
    folder = PurePosixPath(normpath(folder))
    path = PurePosixPath(normpath(folder / given))
    if folder not in path.parents:
        raise ValueError(f"{path} is outside of {folder}")
    return str(path)
