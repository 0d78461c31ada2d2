import pytest
from solution import range_sums


@pytest.fixture
def waves():
    """Numbers between -30 and 30 that look shuffled and never change."""
    return [(n * 19 + n * n * 7) % 61 - 30 for n in range(120)]


@pytest.fixture
def mixed():
    """Sums and changes in turn, all over a list of 120 numbers."""
    operations = []
    for n in range(90):
        first, last = sorted((n * 41 % 120, (n * n + 7) % 120))
        operations += [("sum", first, last), ("set", n * 53 % 120, n * n % 97 - 40)]
    return operations


def simple_sums(numbers, operations):
    current = dict(enumerate(numbers))
    results = []
    for kind, first, second in operations:
        if kind == "set":
            current[first] = second
        else:
            results.append(sum(current[i] for i in range(first, second + 1)))
    return results


@pytest.mark.parametrize("size", [1, 2, 7, 16])
def test_every_range(size):
    numbers = [n * n % 11 - 4 for n in range(1, size + 1)]
    ranges = [("sum", a, b) for a in range(size) for b in range(a, size)]
    assert range_sums(numbers, ranges) == simple_sums(numbers, ranges)
    changed = [("set", size - 1, 50), ("set", 0, 8), *ranges]
    assert range_sums(numbers, changed) == simple_sums(numbers, changed)


def test_every_place_is_set_once():
    operations = []
    for place in range(10):
        operations += [("set", place, 2**place), ("sum", 0, 9), ("sum", place, place)]
    results = range_sums([0] * 10, operations)
    assert range_sums([0] * 10, operations[:2]) == [1]
    assert results[::2] == [2 ** (place + 1) - 1 for place in range(10)]
    assert results[1::2] == [2**place for place in range(10)]


def test_last_value_counts():
    operations = [("set", 2, 100), ("set", 2, -7), ("sum", 1, 3), ("sum", 2, 2)]
    assert range_sums([1, 1, 1, 1], operations) == [-5, -7]
    operations = [("set", 0, 6), ("set", 0, 6), ("sum", 0, 1)]
    assert range_sums([6, 4], operations) == [10]


def test_sums_see_only_what_was_set_before():
    operations = [("sum", 0, 1), ("set", 1, 0), ("sum", 0, 1), ("set", 0, 0)]
    assert range_sums([5, 8], operations) == [13, 5]
    assert range_sums([5, 8], [*operations, ("sum", 0, 1)]) == [13, 5, 0]


def test_negative_and_large_numbers():
    big = 10**20
    operations = [("sum", 0, 2), ("set", 1, -big), ("sum", 0, 1), ("sum", 1, 2)]
    assert range_sums([big, -1, -big], operations) == [-1, 0, -2 * big]
    assert range_sums([-3, -4], [("sum", 0, 1)]) == [-7]


def test_only_one_kind(waves):
    assert range_sums(waves, [("set", 3, 1), ("set", 4, 1)]) == []
    assert range_sums(waves, []) == []
    assert range_sums(waves, [("sum", 0, 119)]) == [sum(waves)]
    assert range_sums(waves, [("set", 0, 500), ("sum", 0, 5)]) == [
        500 + sum(waves[1:6])
    ]


def test_many_operations(waves, mixed):
    results = range_sums(waves, mixed)
    assert results == simple_sums(waves, mixed)
    assert range_sums(waves, mixed[::-1]) == simple_sums(waves, mixed[::-1])
    assert len(results) == 90


def test_nothing_is_changed(waves, mixed):
    numbers, operations = list(waves), list(mixed)
    first = range_sums(numbers, operations)
    assert numbers == waves
    assert operations == mixed
    assert range_sums(numbers, operations[:3]) == first[:2]
    assert range_sums(numbers, operations) == first == simple_sums(waves, mixed)
