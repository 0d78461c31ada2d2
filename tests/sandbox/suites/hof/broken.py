def compose(*f):
    return lambda x: x


def memo(f):
    return f


def apply_n(f, n, x):
    return x


def sortby(xs, key):
    return xs


def retry(n):
    return lambda f: f
