def fib():
    yield 1


def chunks(xs, n):
    return [xs]


def flat(x):
    return x
