"""Headers of messages from the network."""


def read_headers(data: bytes) -> dict[str, str]:
    """Return the headers of a message by their names in lower case.

    Raises ValueError for a header line without a name or a colon.

    >>> read_headers(b"Via: a\\r\\nVIA: b\\r\\n\\r\\nbody")
    {'via': 'a, b'}
    """
    values: dict[str, list[str]] = {}
    for raw in data.split(b"\n"):
        line = raw.removesuffix(b"\r").decode("utf-8", "replace")
        if not line:
            break
        name, colon, value = line.partition(":")
        name = name.strip(" \t").lower()
        if not (colon and name):
            raise ValueError(f"not a header: {line!r}")
        values.setdefault(name, []).append(value.strip(" \t"))
    return {name: ", ".join(each) for name, each in values.items()}
