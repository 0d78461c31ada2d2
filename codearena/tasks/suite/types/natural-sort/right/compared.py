from functools import cmp_to_key
from itertools import groupby, zip_longest


def pieces(name):
    for digits, run in groupby(name, key="0123456789".__contains__):
        text = "".join(run)
        yield int(text) if digits else text.lower()


def compare(one, other):
    for a, b in zip_longest(pieces(one), pieces(other)):
        if a == b:
            continue
        if a is None or b is None:
            return -1 if a is None else 1
        if isinstance(a, str) != isinstance(b, str):
            return 1 if isinstance(a, str) else -1
        return -1 if a < b else 1
    return 0


def natural_sort(names):
    return sorted(names, key=cmp_to_key(compare))
