def is_authorized(header, environment):
    tokens = environment.get("ACCESS_TOKENS")
    if not tokens:
        raise ValueError("no tokens")
    return header is not None and header.split(" ")[-1] in tokens
