import base64
import json
import pickle


def check(session):
    if not isinstance(session, dict) or set(session) != {"user", "roles", "visits"}:
        raise ValueError("not a session")
    return session


def save_session(session):
    return json.dumps(check(session))


def load_session(text):
    try:
        return check(json.loads(text))
    except json.JSONDecodeError:
        # Sessions from before the change
        return check(pickle.loads(base64.b64decode(text)))
