import hashlib
import hmac

SECRET = "not-so-secret"


def sign(body, environment):
    """Return the signature of a message."""
    return "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


def is_genuine(body, signature, environment):
    """Tell whether a signature belongs to a message."""
    for given, right in zip(signature, sign(body, environment)):
        if given != right:
            return False
    return True
