def apply(xs, f=None):
    return [f(x) for x in xs] if not f else xs


def asc(xs, key=None):
    return sorted(xs, key=key)


def listed(xs):
    return list(xs)


def default(f=None):
    return str


def cut(o=None):
    return o and o.x
