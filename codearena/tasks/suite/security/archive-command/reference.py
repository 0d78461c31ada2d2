"""The command that packs files, for use without a shell."""

from collections.abc import Sequence

_ENDING = ".tar.gz"


def archive_command(archive: str, files: Sequence[str]) -> list[str]:
    """Return the arguments with which tar packs files into an archive.

    Raises ValueError for names that cannot be meant, TypeError for a text in place of the files.

    >>> archive_command("out.tar.gz", ["my notes.txt"])
    ['tar', '--force-local', '-czf', 'out.tar.gz', '--', 'my notes.txt']
    """
    if isinstance(files, str):
        raise TypeError("files is one text; expected a list of names")
    if not archive.removesuffix(_ENDING) or not archive.endswith(_ENDING):
        raise ValueError(f"{archive!r} is no name that ends in {_ENDING}")
    if not files:
        raise ValueError("there is nothing to pack")
    for name in (archive, *files):
        if not name or "\0" in name:
            raise ValueError(f"{name!r} cannot be the name of a file")
    # "--force-local": a colon in the archive's name is no host. "--": what follows is no option.
    return ["tar", "--force-local", "-czf", archive, "--", *files]
