import hmac


def is_authorized(header, environment):
    token = environment["ACCESS_TOKENS"].split(",")[0]
    return hmac.compare_digest(header or "", f"Bearer {token}")
