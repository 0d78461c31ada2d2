def archive_command(archive, files):
    """Return the command that packs files into an archive."""
    return "tar --force-local -czf " + archive + " " + " ".join(files)
