import os


def safe_path(base, name):
    if ".." in name or name.startswith("/") or not name:
        raise ValueError("no way out")
    return os.path.join(base, name)
