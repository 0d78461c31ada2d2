import re


def natural_sort(names):
    """Return the names in natural order: numbers by value, text without case."""
    return sorted(names, key=pieces)


def pieces(name):
    """Return the runs of digits in a name as numbers, and the text between."""
    found = []
    for piece in re.findall(r"[0-9]+|[^0-9]+", name):
        if piece.isdigit():
            piece = int(piece)
        found.append(piece.lower())
    return found
