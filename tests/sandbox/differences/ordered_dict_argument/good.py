def bump(d):
    for k in d:
        d[k] += 1


def total(d):
    return sum(d.values())


def lookup(d, k):
    return d[k]
