import json
from dataclasses import asdict, dataclass


@dataclass
class Session:
    user: str
    roles: list
    visits: int

    def __post_init__(self):
        kinds = {str: [self.user, *self.roles], list: [self.roles], int: [self.visits]}
        good = all(type(each) is kind for kind, values in kinds.items() for each in values)
        if not good or not self.user or self.visits < 0:
            raise ValueError("a value of the session is wrong")


class Pairs(list):
    """The entries of a JSON object."""


def session(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("twice the same entry")
    try:
        return asdict(Session(**dict(pairs)))
    except TypeError as error:
        raise ValueError(str(error)) from error


def save_session(given):
    if not isinstance(given, dict):
        raise ValueError("not a dictionary")
    return json.dumps(session(given.items()), separators=(",", ":"), ensure_ascii=False)


def load_session(text):
    try:
        found = json.loads(text[:10001], object_pairs_hook=Pairs)
    except RecursionError:
        found = None
    if len(text) > 10000 or not isinstance(found, Pairs):
        raise ValueError("not a session")
    return session(found)
