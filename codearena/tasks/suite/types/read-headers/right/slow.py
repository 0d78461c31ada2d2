def read_headers(data):
    """Cut one line after another off the front; each cut copies the rest."""
    headers = {}
    while data:
        line, _, data = data.partition(b"\n")
        if line.endswith(b"\r"):
            line = line[:-1]
        if not line:
            break
        add(headers, line.decode("utf-8", errors="replace"))
    return headers


def add(headers, line):
    if ":" not in line:
        raise ValueError("no colon")
    name, value = (part.strip(" \t") for part in line.split(":", 1))
    if not name:
        raise ValueError("no name")
    if name.lower() in headers:
        value = headers[name.lower()] + ", " + value
    headers[name.lower()] = value
