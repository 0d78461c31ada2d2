def archive_command(archive, files):
    """Add one name after another to a copy of the command: quadratic."""
    if type(files) is str:
        raise TypeError("one text instead of several")
    check(archive)
    if len(archive) <= 7 or archive[-7:] != ".tar.gz":
        raise ValueError("not a .tar.gz")
    command = ["tar", "--force-local", "-czf", archive, "--"]
    for file in files:
        check(file)
        command = command + [file]
    if command[-1] == "--" and len(files) == 0:
        raise ValueError("no files")
    return command


def check(name):
    if name == "" or chr(0) in name:
        raise ValueError("not a name")
