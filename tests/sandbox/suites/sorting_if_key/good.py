import functools
import re
from dataclasses import dataclass

RANKS = [*map(str, range(2, 11)), "J", "Q", "K", "A"]
SUITS = ("clubs", "diamonds", "hearts", "spades")


def bubble(xs):
    for end in range(len(xs) - 1, 0, -1):
        for i in range(end):
            if xs[i + 1] < xs[i]:
                xs[i], xs[i + 1] = xs[i + 1], xs[i]


def insertion(xs):
    for i in range(1, len(xs)):
        while i and xs[i] < xs[i - 1]:
            xs[i], xs[i - 1] = xs[i - 1], xs[i]
            i -= 1


def merge_sort(xs, key=None):
    key = (lambda x: x) if key is None else key
    if len(xs) < 2:
        return list(xs)
    half = len(xs) // 2
    a, b = merge_sort(xs[:half], key), merge_sort(xs[half:], key)
    a.reverse(), b.reverse()
    merged = []
    while a and b:
        merged.append((b if key(b[-1]) < key(a[-1]) else a).pop())
    return merged + a[::-1] + b[::-1]


def quick(xs):
    if not xs:
        return []
    pivot = xs[len(xs) // 2]
    return quick([x for x in xs if x < pivot]) + [x for x in xs if x == pivot] + quick([x for x in xs if x > pivot])


SORTS = {"bubble": bubble, "insertion": insertion, "merge": merge_sort, "quick": quick}


@functools.total_ordering
@dataclass(frozen=True)
class Card:
    rank: str
    suit: str

    def __post_init__(self):
        if self.rank not in RANKS or self.suit not in SUITS:
            raise ValueError(f"there is no {self}")

    def __lt__(self, other):
        return (RANKS.index(self.rank), self.suit) < (RANKS.index(other.rank), other.suit)

    def __str__(self):
        return f"{self.rank} of {self.suit}"


def deal():
    return [Card(rank, suit) for rank in RANKS for suit in SUITS]


def top(counts, n):
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:n]


def group(xs, key):
    groups = {}
    for x in sorted(xs):
        groups.setdefault(key(x), []).append(x)
    return dict(sorted(groups.items()))


def partition(xs, test):
    yes, no = [], []
    for x in xs:
        (yes if test(x) else no).append(x)
    return yes, no


def natural(names):
    return sorted(names, key=lambda name: [int(part) if part.isdigit() else part.lower() for part in re.split(r"(\d+)", name)])
