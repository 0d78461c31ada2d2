def check(xs):
    if min(xs) < 0:
        raise ValueError("negative")


def add(a, b):
    return a + b
