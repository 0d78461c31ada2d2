def sum_mixed(values):
    """Take from the front of a copy until it is empty: quadratic."""
    rest = list(values)
    total = 0
    while rest:
        total += number(rest.pop(0))
    return total


def number(value):
    if type(value) in (int, float):
        return value
    if type(value) is not str:
        raise TypeError("not a number: " + repr(value))
    try:
        return int(value)
    except ValueError:
        return float(value)
