def clamp(value, low, high):
    return min(high, value)


def scale(values, factor=1.0):
    for name in values:
        values[name] *= factor
    return values
