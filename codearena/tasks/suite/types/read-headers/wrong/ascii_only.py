def read_headers(data):
    headers = {}
    for line in data.decode("ascii", "ignore").split("\r\n"):
        if not line:
            break
        name, _, value = line.partition(":")
        name = name.lower()
        headers[name] = headers[name] + "," + value.strip() if name in headers else value.strip()
    return headers
