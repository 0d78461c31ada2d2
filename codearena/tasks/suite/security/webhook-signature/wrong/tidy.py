"""Signatures of webhooks."""

import hashlib
import hmac
import os
from collections.abc import Mapping


def sign(body: bytes, environment: Mapping[str, str]) -> str:
    """Return the signature of a message.

    Args:
        body: The message.
        environment: Holds the key.

    Returns:
        The signature, with the name of its method.
    """
    secret = environment.get("WEBHOOK_SECRET", os.environ.get("WEBHOOK_SECRET", ""))
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_genuine(body: bytes, signature: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a signature belongs to a message.

    Args:
        body: The message.
        signature: What came with it.
        environment: Holds the key.

    Returns:
        True when the signature is right.
    """
    return hmac.compare_digest(signature.lower().strip(), sign(body, environment))
