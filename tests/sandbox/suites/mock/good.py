import random


def roll():
    return random.randint(1, 6)


def fetch(u):
    raise RuntimeError("net")


def title(u):
    return fetch(u).upper()


class Svc:
    def __init__(self, db):
        self.db = db

    def name(self, i):
        r = self.db.get(i)
        self.db.log("got")
        return r["name"].title()
