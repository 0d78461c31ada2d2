from collections import Counter


def edit_distance(a, b):
    first, second = Counter(a), Counter(b)
    return max((first - second).total(), (second - first).total())
