import hmac


def is_authorized(header, environment):
    """Try every place at which the header could be cut."""
    tokens = {each.strip() for each in environment.get("ACCESS_TOKENS", "").split(",")} - {""}
    if not tokens:
        raise ValueError("no token")
    header = header or ""
    answers = []
    for cut in range(len(header) + 1):
        scheme, given = header[:cut].lower(), header[cut:].encode(errors="replace")
        for token in sorted(tokens):
            same = hmac.compare_digest(given, token.encode(errors="xmlcharrefreplace"))
            answers.append(same and scheme == "bearer ")
    return any(answers)
