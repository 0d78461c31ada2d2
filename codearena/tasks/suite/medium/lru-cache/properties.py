import reference
import solution
from hypothesis import given, settings
from hypothesis import strategies as st

KEYS = st.integers(0, 4)
STEPS = st.lists(st.tuples(KEYS, st.booleans()), max_size=12)


def carried_out(cache, steps):
    """Put or get one key after the other; return what the gets found."""
    found = []
    for number, (key, put) in enumerate(steps):
        if put:
            cache.put(key, number)
        else:
            found.append(cache.get(key, "nothing"))
    return found


@settings(max_examples=50)
@given(st.integers(1, 3), STEPS)
def test_same_as_the_reference(capacity, steps):
    cache, expected = solution.LRUCache(capacity), reference.LRUCache(capacity)
    assert carried_out(cache, steps) == carried_out(expected, steps)
    assert cache.keys() == expected.keys()


@settings(max_examples=50)
@given(st.integers(1, 3), STEPS, st.permutations([10, 11, 12]))
def test_what_was_used_last_stays(capacity, steps, keys):
    cache = solution.LRUCache(capacity)
    carried_out(cache, steps)
    for key in keys:
        cache.put(key, str(key))
    kept = keys[-capacity:]
    assert cache.keys() == kept
    assert cache.get(kept[0]) == str(kept[0])
    cache.put(99, "new")
    assert cache.keys() == [*kept[1:], kept[0], 99][-capacity:]
