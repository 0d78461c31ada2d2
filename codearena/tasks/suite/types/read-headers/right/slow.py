def read_headers(data):
    """Look through all headers so far for each further one: quadratic."""
    headers = []
    while data:
        line, _, data = data.partition(b"\n")
        if line.endswith(b"\r"):
            line = line[:-1]
        if not line:
            break
        add(headers, line.decode("utf-8", errors="replace"))
    return dict(map(tuple, headers))


def add(headers, line):
    if ":" not in line:
        raise ValueError("no colon")
    name, value = (part.strip(" \t") for part in line.split(":", 1))
    if not name:
        raise ValueError("no name")
    for header in headers:
        if header[0] == name.lower():
            header[1] += ", " + value
            return
    headers.append([name.lower(), value])
