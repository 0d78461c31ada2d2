import pytest
from solution import LRUCache


def test_get_counts_as_use():
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert cache.keys() == ["a", "c"]
    assert cache.get("b") is None


def test_put_replaces_a_value():
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.put("a", 5)
    assert cache.keys() == ["b", "a"]
    cache.put("c", 3)
    assert cache.keys() == ["a", "c"]


def test_default_and_none():
    cache = LRUCache(2)
    cache.put("n", None)
    assert cache.get("n", 7) is None
    assert cache.get("x", 7) == 7
    assert cache.keys() == ["n"]


def test_capacity():
    for capacity in (0, -1):
        with pytest.raises(ValueError):
            LRUCache(capacity)
    cache = LRUCache(1)
    assert len(cache) == 0
    cache.put("a", 1)
    assert len(cache) == 1
