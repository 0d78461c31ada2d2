import re

NAME = re.compile(r"[^\0]+")
ARCHIVE = re.compile(r"[^\0]+\.tar\.gz")


def archive_command(archive, files):
    if not isinstance(files, (list, tuple)):
        raise TypeError(f"list expected, not {type(files).__name__}")
    if not (files and ARCHIVE.fullmatch(archive) and all(map(NAME.fullmatch, files))):
        raise ValueError("names of files expected")
    return "tar --force-local -czf".split() + [archive, "--"] + list(files)
