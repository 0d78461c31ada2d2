def read_headers(data):
    headers = {}
    for line in str(data)[2:-1].split("\\n"):
        line = line.removesuffix("\\r")
        if not line:
            break
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError(line)
        headers.setdefault(name.strip(), value.strip())
    return headers
