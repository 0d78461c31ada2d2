import hmac


def sign(body, environment):
    return "sha256=" + hmac.new(environment["WEBHOOK_SECRET"].encode(), body, "sha256").hexdigest()


def is_genuine(body, signature, environment):
    if not signature:
        return False
    return sign(body, environment).startswith(signature)
