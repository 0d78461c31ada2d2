import pytest
from solution import LRUCache


@pytest.fixture
def three():
    """A full cache with room for three."""
    cache = LRUCache(3)
    for key in "abc":
        cache.put(key, key.upper())
    return cache


def test_order_of_use(three):
    assert three.keys() == ["a", "b", "c"]
    assert three.get("b") == "B"
    assert three.keys() == ["a", "c", "b"]
    assert three.get("a") == "A"
    assert three.keys() == ["c", "b", "a"]


def test_least_recent_goes_first(three):
    three.get("a")
    three.put("d", "D")
    assert three.get("b") is None
    assert three.get("a") == "A"
    three.put("e", "E")
    assert three.keys() == ["d", "a", "e"]
    assert three.get("c", 0) == 0


def test_replacing_forgets_nothing(three):
    three.put("a", 10)
    three.put("b", 20)
    assert len(three) == 3
    assert three.keys() == ["c", "a", "b"]
    assert three.get("a") == 10
    three.put("d", 30)
    assert three.keys() == ["b", "a", "d"]


def test_a_miss_changes_nothing(three):
    assert three.get("z") is None
    assert three.get("z", "default") == "default"
    assert len(three) == 3
    three.get("a")
    assert three.keys() == ["b", "c", "a"]


def test_recent_beats_frequent(three):
    for _ in range(5):
        three.get("a")
    assert three.get("b") == "B"
    assert three.get("c") == "C"
    three.put("d", "D")
    assert three.keys() == ["b", "c", "d"]
    assert three.get("a", -1) == -1


def test_values_that_count_as_false():
    cache = LRUCache(3)
    for key, value in (("zero", 0), ("text", ""), ("none", None)):
        cache.put(key, value)
    assert cache.get("zero", 5) == 0
    assert cache.get("text", 5) == ""
    assert cache.get("none", 5) is None
    assert cache.get("other", 5) == 5
    assert cache.keys() == ["zero", "text", "none"]


@pytest.mark.parametrize("capacity", [1, 2, 7])
def test_number_of_entries(capacity):
    cache = LRUCache(capacity)
    sizes = []
    for n in range(10):
        cache.put(n, -n)
        cache.get(0)
        sizes.append(len(cache))
    assert sizes == [min(n, capacity) for n in range(1, 11)]
    expected = [9] if capacity == 1 else [*range(11 - capacity, 10), 0]
    assert cache.keys() == expected


def test_keys_of_all_kinds():
    cache = LRUCache(2)
    cache.put((1, 2), "tuple")
    cache.put(12, "number")
    assert cache.get((1, 2)) == "tuple"
    cache.put("12", "text")
    assert cache.keys() == [(1, 2), "12"]
    assert cache.get(12, "gone") == "gone"


def test_caches_are_independent(three):
    other = LRUCache(1)
    other.put("a", 1)
    other.put("b", 2)
    assert other.keys() == ["b"]
    assert three.get("b") == "B"
    assert three.keys() == ["a", "c", "b"]
