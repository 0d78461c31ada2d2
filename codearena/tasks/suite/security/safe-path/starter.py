import os


def safe_path(base, name):
    """Return the path of a file below a folder."""
    return os.path.join(base, name)
