def bubble(xs):
    for i in range(len(xs) - 1):
        if xs[i] > xs[i + 1]:
            xs[i], xs[i + 1] = xs[i + 1], xs[i]


def insertion(xs):
    return sorted(xs)


def merge_sort(xs, key=None):
    if key is not None:
        xs.sort(key=lambda x: (x, key(x)))
    else:
        xs.sort(key=str)
    return xs


def quick(xs):
    if len(xs) < 2:
        return xs
    pivot = xs[0]
    return quick([x for x in xs if x < pivot]) + [pivot] + quick([x for x in xs if x > pivot])


SORTS = {"bubble": bubble, "insertion": insertion, "merge": merge_sort, "quick": quick}


class Card:
    def __init__(self, rank, suit):
        if not rank:
            raise ValueError
        self.rank, self.suit = rank, suit

    def __eq__(self, other):
        return self.rank == other.rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __str__(self):
        return self.rank + " of " + self.suit


def deal():
    return [Card(rank, suit) for rank in "23456789JQKA" for suit in ("clubs", "diamonds", "hearts", "spades")]


def top(counts, n):
    return counts.most_common(n)


def group(xs, key):
    groups = {}
    for x in xs:
        groups[key(x)] = groups.get(key(x), []) + [x]
    return groups


def partition(xs, test):
    return filter(test, xs), [x for x in xs if not test(x)]


def natural(names):
    return sorted(names)
