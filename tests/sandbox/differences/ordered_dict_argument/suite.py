from collections import OrderedDict, defaultdict, Counter
import solution


def test_ordered():
    d = OrderedDict(b=2, a=1)
    solution.bump(d)
    assert d["b"] == 3
    assert list(d) == ["b", "a"]


def test_ordered_untouched():
    d = OrderedDict(b=2, a=1)
    assert solution.total(d) == 3
    assert list(d.items()) == [("b", 2), ("a", 1)]


def test_defaultdict():
    d = defaultdict(list, x=1)
    solution.bump(d)
    assert d == {"x": 2} and d["new"] == []


def test_defaultdict_inside():
    assert solution.lookup(defaultdict(int), "k") == 0
