from shlex import quote


def archive_command(archive, files):
    if not files or not archive.endswith(".tar.gz"):
        raise ValueError("nothing to do")
    return ["tar", "--force-local", "-czf", quote(archive), "--"] + [quote(file) for file in files]
