class Team:
    def __init__(self, m):
        self._m = m

    @property
    def members(self):
        return self._m

    def raw(self):
        return list(self._m)


def ext(a, b):
    return a + b


def grp(xs, d={}):
    for x in xs:
        d.setdefault(len(x), []).append(x)
    return d
