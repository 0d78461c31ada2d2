import random
from collections import Counter
from functools import cmp_to_key
from operator import attrgetter, itemgetter

import pytest

from solution import SORTS, Card, bubble, deal, group, insertion, merge_sort, natural, partition, quick, top

RANDOM = random.Random(7)
LISTS = {
    "empty": [],
    "one": [1],
    "sorted": list(range(20)),
    "reversed": list(range(20, 0, -1)),
    "equal": [3] * 10,
    "random": [RANDOM.randrange(100) for _ in range(50)],
    "floats": [1.5, -2.25, 0.0, 1e300, -1e-300],
    "words": ["pear", "fig", "Apple", "éclair", ""],
}


@pytest.mark.parametrize("sort", [bubble, insertion, merge_sort, quick], ids=["bubble", "insertion", "merge", "quick"])
@pytest.mark.parametrize("name", LISTS)
def test_sorted(sort, name):
    values = list(LISTS[name])
    result = sort(values)
    assert (values if result is None else result) == sorted(LISTS[name])


@pytest.mark.parametrize("name", ["merge", "quick"])
def test_leaves_it(name):
    values = [3, 1, 2]
    SORTS[name](values)
    assert values == [3, 1, 2]


@pytest.mark.parametrize("name", ["bubble", "insertion"])
def test_in_place(name):
    values = [3, 1, 2]
    alias = values
    assert SORTS[name](values) is None
    assert alias == [1, 2, 3]


def test_stable():
    pairs = [(2, "a"), (1, "b"), (2, "c"), (1, "d")]
    assert merge_sort(pairs, key=itemgetter(0)) == [(1, "b"), (1, "d"), (2, "a"), (2, "c")]


def test_key():
    assert merge_sort(["bbb", "a", "cc"], key=len) == ["a", "cc", "bbb"]
    assert merge_sort([3, -1, 2], key=lambda n: -n) == [3, 2, -1]
    assert merge_sort(["b", "A"], key=str.lower) == ["A", "b"]


def test_mixed():
    with pytest.raises(TypeError):
        merge_sort([1, "a"])


def test_cards():
    hand = [Card("K", "hearts"), Card("2", "spades"), Card("A", "clubs")]
    assert [card.rank for card in sorted(hand)] == ["2", "K", "A"]
    assert [card.suit for card in sorted(hand, key=attrgetter("suit"))] == ["clubs", "hearts", "spades"]
    assert max(hand).rank == "A"
    hand.sort(reverse=True)
    assert str(hand[0]) == "A of clubs"


def test_cards_equal():
    assert Card("K", "hearts") == Card("K", "hearts")
    assert Card("K", "hearts") != Card("K", "spades")
    assert len({Card("K", "hearts"), Card("K", "hearts")}) == 1
    assert Card("Q", "clubs") in [Card("Q", "clubs")]


@pytest.mark.parametrize("rank, suit", [("1", "hearts"), ("K", "stars"), ("", "")], ids=["rank", "suit", "nothing"])
def test_no_card(rank, suit):
    with pytest.raises(ValueError):
        Card(rank, suit)


def test_deck():
    deck = deal()
    assert len(deck) == 52
    assert len(set(deck)) == 52
    assert Counter(card.suit for card in deck) == {"clubs": 13, "diamonds": 13, "hearts": 13, "spades": 13}


def test_merge_cards():
    deck = deal()[:8]
    mixed = deck[::-1]
    assert merge_sort(mixed) == sorted(deck)


def test_top():
    assert top(Counter("abracadabra"), 2) == [("a", 5), ("b", 2)]
    assert top(Counter(), 3) == []
    assert top({"x": 1, "y": 1, "a": 1}, 2) == [("a", 1), ("x", 1)]


def test_group():
    groups = group(["one", "two", "three", "six"], len)
    assert groups == {3: ["one", "six", "two"], 5: ["three"]}
    assert list(groups) == [3, 5]


def test_partition():
    small, large = partition([5, 1, 7, 3], lambda n: n < 4)
    assert (small, large) == ([1, 3], [5, 7])
    assert partition("", bool) == ([], [])


def test_natural():
    assert natural(["f10", "f9", "F1", "e"]) == ["e", "F1", "f9", "f10"]


def test_cmp():
    assert sorted([1, 2, 3, 4], key=cmp_to_key(lambda a, b: (a % 2 - b % 2) or b - a)) == [4, 2, 3, 1]
    assert merge_sort([1, 2, 3, 4], key=lambda n: (n % 2, -n)) == [4, 2, 3, 1]


def test_large():
    values = [RANDOM.random() for _ in range(3000)]
    assert merge_sort(values) == sorted(values)
