import posixpath


def safe_path(base, name):
    name = name.replace("../", "").replace("\\", "").lstrip("/")
    if not name:
        raise ValueError("empty")
    return posixpath.normpath(base + "/" + name)
