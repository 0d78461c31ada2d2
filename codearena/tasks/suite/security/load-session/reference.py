"""Sessions as JSON, believed only once they were checked."""

import json
from typing import Any

MAX_LENGTH = 10_000


def save_session(session: dict[str, Any]) -> str:
    """Return a session as the text of a JSON object.

    Raises ValueError for what is no session.

    >>> save_session({"user": "ida", "roles": ["admin"], "visits": 3})
    '{"user": "ida", "roles": ["admin"], "visits": 3}'
    """
    return json.dumps(_checked(session))


def load_session(text: str) -> dict[str, Any]:
    """Return the session that a text describes.

    Raises ValueError for every text that describes none.

    >>> load_session('{"visits": 0, "roles": [], "user": "bo"}')
    {'visits': 0, 'roles': [], 'user': 'bo'}
    """
    if len(text) > MAX_LENGTH:
        raise ValueError(f"more than {MAX_LENGTH} characters")
    try:
        return _checked(json.loads(text, object_pairs_hook=_entries))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _checked(session: Any) -> dict[str, Any]:
    """Return the argument when it is a session."""
    match session:
        case {"user": str(user), "roles": list(roles), "visits": int(visits), **others}:
            # bool is a subclass of int, yet True is no number of visits.
            counted = visits >= 0 and not isinstance(visits, bool)
            if user and counted and not others and all(isinstance(role, str) for role in roles):
                return session
    raise ValueError("not a session")


def _entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the entries of an object, none of which may stand there twice."""
    entries = dict(pairs)
    if len(entries) < len(pairs):
        raise ValueError("an entry stands there twice")
    return entries
