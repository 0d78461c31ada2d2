import ast


def save_session(session):
    if type(session) is not dict:
        raise ValueError("not a dictionary")
    return repr(session)


def load_session(text):
    session = ast.literal_eval(text)
    if type(session) is not dict or list(session) != ["user", "roles", "visits"]:
        raise ValueError("not a session")
    return session
