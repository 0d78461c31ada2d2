import re


def natural_sort(names):
    return sorted(names, key=lambda name: [str(piece).lower() for piece in re.findall("[0-9]+|[^0-9]+", name)])
