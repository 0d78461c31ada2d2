import base64
import pickle


def save_session(session):
    """Return a session as text."""
    return base64.b64encode(pickle.dumps(session)).decode("ascii")


def load_session(text):
    """Return the session that a text describes."""
    return pickle.loads(base64.b64decode(text))
