def div(a, b):
    if b == 0:
        raise ZeroDivisionError("b")
    return a / b


def uniq(xs):
    return list(dict.fromkeys(xs))
