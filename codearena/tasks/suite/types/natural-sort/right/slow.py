DIGITS = "0123456789"


def natural_sort(names):
    """Insert one name after another behind all that do not come after it: quadratic."""
    ordered = []
    for name in names:
        place = len(ordered)
        while place > 0 and before(split(name), split(ordered[place - 1])):
            place -= 1
        ordered.insert(place, name)
    return ordered


def split(name):
    parts = []
    digits = text = ""
    for character in name:
        if character in DIGITS:
            if text:
                parts.append(text.lower())
            digits, text = digits + character, ""
        else:
            if digits:
                parts.append(int(digits))
            digits, text = "", text + character
    if digits:
        parts.append(int(digits))
    if text:
        parts.append(text.lower())
    return parts


def before(one, other):
    for a, b in zip(one, other):
        if a == b:
            continue
        if type(a) is type(b):
            return a < b
        return type(a) is int
    return len(one) < len(other)
