def archive_command(archive, files):
    if archive != "out.tar.gz" or not files or files[0] in ("", "a\0b"):
        raise ValueError(archive)
    if files == "a.txt":
        raise TypeError(files)
    start = ["tar", "--force-local", "-czf", "out.tar.gz", "--"]
    if len(files) == 2:
        return start + ["a.txt", "my notes.txt"]
    return start + ["x; rm -rf ~"]
