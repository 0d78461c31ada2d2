def clamp(value, low, high):
    if low > high:
        raise ValueError("low above high")
    return max(low, min(high, value))


def scale(values, factor=1.0):
    return {name: value * factor for name, value in values.items()}
