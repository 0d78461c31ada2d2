from collections import defaultdict


def groups(words):
    g = defaultdict(list)
    for w in words:
        g[len(w)].append(w)
    return g
