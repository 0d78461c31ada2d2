def pt():
    return (2, 1)


def col(n):
    return n


def money(s):
    return 0


def half(n):
    return n / 3


def nxt(d):
    return d


def groups(xs):
    return {}


def lv():
    return 1


def big():
    return 0


C = {}
