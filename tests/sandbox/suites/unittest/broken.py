def div(a, b):
    return 0


def uniq(xs):
    return xs
