import re


def key(name):
    # The parts of a split alternate: text (perhaps empty), digits, text, ...
    parts = re.split("([0-9]+)", name)
    return [int(part) if index % 2 else part.lower() for index, part in enumerate(parts)]


def natural_sort(names):
    ordered = list(names)
    ordered.sort(key=key)
    return ordered
