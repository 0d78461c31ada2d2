def from_text(text):
    try:
        return int(text)
    except ValueError:
        return float(text)


KINDS = {int: int, float: float, str: from_text}


def sum_mixed(values):
    total = 0
    for value in values:
        convert = KINDS.get(type(value))
        if convert is None:
            raise TypeError(f"cannot add a {type(value).__name__}")
        total += convert(value)
    return total
