def check(xs):
    problems = [ValueError(x) for x in xs if x < 0]
    if problems:
        raise ExceptionGroup("problems", problems)


def add(a, b):
    return a + b
