import functools


def compose(*fs):
    return lambda x: functools.reduce(lambda a, f: f(a), reversed(fs), x)


def memo(f):
    c = {}

    @functools.wraps(f)
    def g(*a):
        if a not in c:
            c[a] = f(*a)
        return c[a]

    return g


def apply_n(f, n, x):
    for _ in range(n):
        x = f(x)
    return x


def sortby(xs, key):
    return sorted(xs, key=key)


def retry(n):
    def d(f):
        def g(*a):
            for i in range(n):
                try:
                    return f(*a)
                except ValueError:
                    if i == n - 1:
                        raise

        return g

    return d
