"""Sessions as JSON."""

import json
from typing import Any

ENTRIES = {"user": str, "roles": list, "visits": int}


def save_session(session: dict[str, Any]) -> str:
    """Return a session as text.

    Args:
        session: The session.

    Returns:
        The text of a JSON object.
    """
    return json.dumps(session)


def load_session(text: str) -> dict[str, Any]:
    """Return the session that a text describes.

    Args:
        text: What save_session returned.

    Returns:
        The session.

    Raises:
        ValueError: If the text describes no session.
    """
    session = json.loads(text)
    for name, kind in ENTRIES.items():
        if not isinstance(session.get(name), kind):
            raise ValueError(f"{name} is missing or of another kind")
    return session
