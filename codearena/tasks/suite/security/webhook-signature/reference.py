"""Signatures of webhooks, by a key from the environment."""

import hmac
from collections.abc import Mapping

_VARIABLE = "WEBHOOK_SECRET"


def sign(body: bytes, environment: Mapping[str, str]) -> str:
    """Return the signature of a message. Raises ValueError where the environment holds no key.

    >>> sign(b"body", {"WEBHOOK_SECRET": "key"})[:16]
    'sha256=515aae133'
    """
    key = environment.get(_VARIABLE)
    if not key:
        raise ValueError(f"{_VARIABLE} is not set")
    return f"sha256={hmac.new(key.encode(), body, 'sha256').hexdigest()}"


def is_genuine(body: bytes, signature: str, environment: Mapping[str, str]) -> bool:
    """Tell, in constant time, whether a signature is that of a message.

    Raises ValueError where the environment holds no key.
    """
    expected = sign(body, environment)
    if not isinstance(signature, str):
        return False
    # As bytes, since text with accents cannot be compared.
    return hmac.compare_digest(signature.encode("utf-8", "replace"), expected.encode())
