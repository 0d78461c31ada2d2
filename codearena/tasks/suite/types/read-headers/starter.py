def read_headers(data):
    """Return the headers of a message by their names in lower case."""
    headers = {}
    for line in data.split("\n"):
        line = line.removesuffix("\r")
        if not line:
            break
        name, colon, value = line.partition(":")
        name = name.strip(" \t").lower()
        if not colon or not name:
            raise ValueError("not a header: " + line)
        value = value.strip(" \t")
        headers[name] = headers[name] + ", " + value if name in headers else value
    return headers
