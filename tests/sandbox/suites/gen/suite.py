from itertools import islice
import types
from solution import fib, chunks, flat


def test_fib():
    assert list(islice(fib(), 8)) == [0, 1, 1, 2, 3, 5, 8, 13]


def test_chunks():
    assert list(chunks([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]


def test_lazy():
    g = flat([1, [2, (3, [4])]])
    assert next(g) == 1
    assert list(g) == [2, 3, 4]


def test_sum():
    assert sum(chunks([], 3), []) == []
