def safe_path(base, name):
    """Take one step after another, with a copy of the whole way for each."""
    if base[:1] != "/" or name[:1] == "/":
        raise ValueError("absolute and relative are confused")
    for character in name:
        if character in ("\\", "\0"):
            raise ValueError("forbidden character")
    start = walk([], base)
    end = walk(start, name)
    if len(end) <= len(start):
        raise ValueError("not below the base")
    for step in range(len(start)):
        if end[step] != start[step]:
            raise ValueError("outside of the base")
    return "/" + "/".join(end)


def walk(way, text):
    for part in text.split("/"):
        if part == "..":
            way = way[:-1]
        elif part not in ("", "."):
            way = way + [part]
    return way
