def enc(s):
    return [(c, 1) for c in s]


def dec(p):
    return "".join(c for c, _ in p)


def srt(xs):
    return sorted(set(xs))
