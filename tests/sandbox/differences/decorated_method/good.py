import functools


def plain_wrapper(f):
    def inner(*a):
        return f(*a)
    return inner


def wrapped(f):
    @functools.wraps(f)
    def inner(*a):
        return f(*a)
    return inner
