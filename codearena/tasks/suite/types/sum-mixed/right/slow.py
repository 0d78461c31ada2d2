def sum_mixed(values):
    """Add up the first value, then the first two, and so on: quadratic."""
    total = 0
    for end in range(1, len(values) + 1):
        total = 0
        for value in values[:end]:
            total += number(value)
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
