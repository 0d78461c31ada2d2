import hmac


def is_authorized(header, environment):
    tokens = []
    for token in environment.get("ACCESS_TOKENS", "").split(","):
        token = token.strip()
        if token:
            tokens.append(token)
    if len(tokens) == 0:
        raise ValueError("no tokens configured")
    if header is None or header[:7].lower() != "bearer ":
        return False
    given = header[7:].encode("utf-8", "backslashreplace")
    found = False
    for token in tokens:
        if hmac.compare_digest(given, token.encode("utf-8", "backslashreplace")):
            found = True
    return found
