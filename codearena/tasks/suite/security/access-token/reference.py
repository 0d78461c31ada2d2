"""Access by tokens that only the environment knows."""

import hmac
from collections.abc import Mapping

_VARIABLE = "ACCESS_TOKENS"


def is_authorized(header: str | None, environment: Mapping[str, str]) -> bool:
    """Tell, in constant time, whether a header carries one of the valid tokens.

    Raises ValueError where the environment holds no token.

    >>> is_authorized("Bearer new-77aa", {"ACCESS_TOKENS": "old-4f1c, new-77aa"})
    True
    """
    parts = environment.get(_VARIABLE, "").split(",")
    tokens = [part.strip(" ") for part in parts if part.strip(" ")]
    if not tokens:
        raise ValueError(f"{_VARIABLE} holds no token")
    scheme, _, given = (header or "").partition(" ")
    # All of them are compared, so that the time does not tell which one it was.
    matches = [hmac.compare_digest(_bytes(given), _bytes(token)) for token in tokens]
    return scheme.lower() == "bearer" and any(matches)


def _bytes(text: str) -> bytes:
    """Return text as bytes, since text with accents cannot be compared in constant time."""
    return text.encode("utf-8", "surrogatepass")
