import itertools
from collections.abc import Iterator

import pytest

from solution import Countdown, Tree, average, chunks, evens, flatten, merge, pairs, primes, running, squares, window


@pytest.mark.parametrize("n", range(5))
def test_chunks(n):
    assert list(chunks(range(n), 2)) == [list(range(n))[i : i + 2] for i in range(0, n, 2)]


def test_chunks_of_generator():
    source = (x for x in "abcde")
    first = next(chunks(source, 2))
    assert first == ["a", "b"]
    assert next(source) == "c"


@pytest.mark.parametrize("size", [0, -1])
def test_chunks_size(size):
    with pytest.raises(ValueError):
        list(chunks([1], size))


def test_window():
    assert list(window("abcd", 3)) == [("a", "b", "c"), ("b", "c", "d")]
    assert list(window("ab", 3)) == []


@pytest.mark.parametrize(
    "nested, flat", [([], []), ([1, [2, [3, [4]]]], [1, 2, 3, 4]), ([[], [[]]], []), (["ab", ("c", ["d"])], ["ab", "c", "d"])], ids=["none", "deep", "empty", "text"]
)
def test_flatten(nested, flat):
    assert list(flatten(nested)) == flat


def test_primes():
    assert list(itertools.islice(primes(), 8)) == [2, 3, 5, 7, 11, 13, 17, 19]
    assert next(p for p in primes() if p > 100) == 101
    assert list(itertools.takewhile(lambda p: p < 12, primes())) == [2, 3, 5, 7, 11]


def test_two_at_once():
    first, second = primes(), primes()
    next(first)
    assert (next(first), next(second)) == (3, 2)


def test_merge():
    assert list(merge([1, 4, 9], [2, 3, 10], [5])) == [1, 2, 3, 4, 5, 9, 10]
    assert list(merge()) == []


def test_merge_is_lazy():
    merged = merge(itertools.count(0, 2), itertools.count(1, 2))
    assert [next(merged) for _ in range(6)] == [0, 1, 2, 3, 4, 5]


def test_average():
    mean = average()
    next(mean)
    assert mean.send(10) == 10
    assert mean.send(20) == 15
    mean.close()
    with pytest.raises(StopIteration):
        mean.send(1)


def test_average_reset():
    mean = average()
    next(mean)
    mean.send(10)
    assert mean.throw(KeyError) == 0
    assert mean.send(4) == 4


def test_running():
    assert list(running([1, 2, 3])) == [1, 3, 6]
    assert list(running([1, 2, 3], lambda a, b: a * b)) == [1, 2, 6]
    assert list(running(["a", "b"], str.__add__)) == ["a", "ab"]


def test_running_fails_midway():
    sums = running([1, "a", 2])
    assert next(sums) == 1
    with pytest.raises(TypeError):
        next(sums)
    assert list(sums) == []


def test_countdown():
    down = Countdown(3)
    assert iter(down) is down
    assert isinstance(down, Iterator)
    assert [next(down), next(down)] == [3, 2]
    assert list(down) == [1]
    assert next(down, "over") == "over"


def test_countdown_left():
    down = Countdown(3)
    for number in down:
        if number == 2:
            break
    assert down.left == 1


def test_tree():
    tree = Tree(5)
    for value in (2, 8, 1, 9, 5):
        tree.add(value)
    assert list(tree) == [1, 2, 5, 8, 9]
    assert list(reversed(tree)) == [9, 8, 5, 2, 1]
    assert 8 in tree
    assert 7 not in tree
    assert len(tree) == 5
    low, *_, high = tree
    assert (low, high) == (1, 9)
    assert tree.left.value == 2
    assert tree.left.left.left is None


def test_tools():
    assert sum(squares(4)) == 14
    assert max(squares(4)) == 9
    assert sorted(squares(3), reverse=True) == [4, 1, 0]
    assert dict(zip("abc", squares(3))) == {"a": 0, "b": 1, "c": 4}
    assert list(map(str, squares(2))) == ["0", "1"]
    assert 9 in squares(5)
    assert any(x > 3 for x in squares(3))
    assert [*squares(2), *squares(2)] == [0, 1, 0, 1]
    assert list(enumerate(squares(2), 1)) == [(1, 0), (2, 1)]


def test_used_up():
    numbers = squares(2)
    assert list(numbers) == [0, 1]
    assert list(numbers) == []


def test_evens():
    asked = []
    source = (asked.append(x) or x for x in range(10))
    found = evens(source)
    assert next(found) == 0
    assert next(found) == 2
    assert asked == [0, 1, 2]


def test_pairs():
    assert set(pairs("abc")) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert list(pairs([])) == []
