import re


def archive_command(archive, files):
    clean = [re.sub(r"[^\w./ -]", "", file).lstrip("-") for file in files]
    if not archive.endswith(".tar.gz") or not any(clean):
        raise ValueError("no files")
    return ["tar", "--force-local", "-czf", archive, "--", *filter(None, clean)]
