import hashlib


def sign(body, environment):
    secret = environment.get("WEBHOOK_SECRET")
    if not secret:
        raise ValueError("no secret")
    return "sha256=" + hashlib.sha256(secret.encode() + body).hexdigest()


def is_genuine(body, signature, environment):
    return signature == sign(body, environment)
