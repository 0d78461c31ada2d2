import hmac


def digest(body, environment):
    secret = environment.get("WEBHOOK_SECRET", "")
    if not secret:
        raise ValueError("WEBHOOK_SECRET is missing")
    return hmac.digest(secret.encode(), body, "sha256")


def sign(body, environment):
    return "sha256=" + digest(body, environment).hex()


def is_genuine(body, signature, environment):
    expected = digest(body, environment)
    try:
        scheme, text = signature.split("=")
        given = bytes.fromhex(text)
    except (AttributeError, TypeError, ValueError):
        return False
    if scheme != "sha256" or given.hex() != text:
        return False
    return hmac.compare_digest(given, expected)
