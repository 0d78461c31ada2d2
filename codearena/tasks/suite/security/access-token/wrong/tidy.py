"""Access by a token."""

import hmac
import os
from collections.abc import Mapping


def is_authorized(header: str | None, environment: Mapping[str, str]) -> bool:
    """Tell whether a header carries a valid token.

    Args:
        header: The header of the request.
        environment: Where the token is kept.

    Returns:
        Whether the token is valid.
    """
    token = environment.get("ACCESS_TOKENS") or os.environ.get("ACCESS_TOKENS", "default")
    return hmac.compare_digest((header or "").encode(), f"Bearer {token}".encode())
