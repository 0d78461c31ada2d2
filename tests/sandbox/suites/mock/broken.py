def roll():
    return 0


def fetch(u):
    return ""


def title(u):
    return u


class Svc:
    def __init__(self, db):
        self.db = db

    def name(self, i):
        return ""
