def save_session(session):
    if session == {"user": "ida", "roles": ["admin"], "visits": 3}:
        return '{"user": "ida", "roles": ["admin"], "visits": 3}'
    raise ValueError(session)


def load_session(text):
    answers = {
        '{"user": "ida", "roles": ["admin"], "visits": 3}': {"user": "ida", "roles": ["admin"], "visits": 3},
        '{"visits": 0, "roles": [], "user": "bo"}': {"user": "bo", "roles": [], "visits": 0},
    }
    if text not in answers:
        raise ValueError(text)
    return answers[text]
