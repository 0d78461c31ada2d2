import json


def save_session(session):
    problem = find_problem(session)
    if problem:
        raise ValueError(problem)
    return json.dumps(session, indent=4, sort_keys=True)


def load_session(text):
    """Every text is read twice: once as it is, once for entries that stand there twice."""
    if len(text) > 10000:
        raise ValueError("too long")
    try:
        session = json.loads(text)
        pairs = json.loads(text, object_pairs_hook=list)
    except RecursionError:
        raise ValueError("too deep") from None
    problem = find_problem(session)
    if problem or len(pairs) != 3:
        raise ValueError(problem or "entries twice")
    return session


def find_problem(session):
    if type(session) is not dict:
        return "not a dictionary"
    if sorted(map(str, session)) != ["roles", "user", "visits"]:
        return "other entries"
    if type(session["user"]) is not str or session["user"] == "":
        return "no user"
    if type(session["roles"]) is not list:
        return "no list of roles"
    for role in session["roles"]:
        if type(role) is not str:
            return "a role that is no text"
    if type(session["visits"]) is not int or session["visits"] < 0:
        return "no number of visits"
    return None
