"""Headers of messages from the network."""


def read_headers(data: bytes) -> dict[str, str]:
    """Return the headers of a message.

    Args:
        data: The message, as it was received.

    Returns:
        The values by their names in lower case.

    Raises:
        ValueError: If a line is no header.
    """
    headers: dict[str, str] = {}
    for line in data.decode("utf-8").splitlines():
        if not line.strip():
            break
        name, value = line.split(":", maxsplit=1)
        headers[name.strip().lower()] = value.strip()
    return headers
