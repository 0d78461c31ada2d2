class Team:
    def __init__(self, m):
        self._m = list(m)

    @property
    def members(self):
        return list(self._m)

    def raw(self):
        return self._m


def ext(a, b):
    a.extend(b)
    return a


def grp(xs, d=None):
    d = {} if d is None else d
    for x in xs:
        d.setdefault(len(x), []).append(x)
    return d
