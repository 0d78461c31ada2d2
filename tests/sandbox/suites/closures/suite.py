import functools

import pytest

import solution
from solution import Pipeline, accumulator, cached, compose, counter, curry, once, retry, traced, validated


@pytest.fixture
def calls():
    return []


def test_counter():
    first, second = counter(), counter(10)
    assert [first(), first(), second()] == [1, 2, 11]


def test_accumulator():
    add, total = accumulator()
    add(3)
    add(4)
    assert total() == 7
    other, _ = accumulator()
    other(100)
    assert total() == 7


def test_compose():
    assert compose()(5) == 5
    assert compose(str, lambda x: x + 1)(5) == "6"
    assert compose(len, str.split, str.strip)("  a b  ") == 2
    assert compose([10, 20, 30].__getitem__, int)("1") == 20


@pytest.mark.parametrize("args", [((1,), (2,), (3,)), ((1, 2), (3,)), ((1,), (2, 3)), ((1, 2, 3),)], ids=range(4))
def test_curry(args):
    f = curry(lambda a, b, c: a * 100 + b * 10 + c)
    for each in args:
        f = f(*each)
    assert f == 123


def test_curried_twice():
    add = curry(lambda a, b: a + b)
    inc = add(1)
    assert inc(1) == 2
    assert inc(5) == 6


def test_once(calls):
    f = once(lambda: calls.append(1) or len(calls))
    assert f() == f() == 1
    assert calls == [1]


def test_once_remembers_lists():
    f = once(list)
    f().append(1)
    assert f() == [1]


@pytest.mark.parametrize("failures, tries, passes", [(0, 1, True), (1, 2, True), (2, 2, False), (5, 3, False)])
def test_retry(calls, failures, tries, passes):
    @retry(tries, on=ValueError)
    def work():
        calls.append(1)
        if len(calls) <= failures:
            raise ValueError(len(calls))
        return "done"

    if passes:
        assert work() == "done"
        assert len(calls) == failures + 1
    else:
        with pytest.raises(ValueError, match=str(tries)):
            work()
        assert len(calls) == tries


def test_retry_other_errors(calls):
    @retry(5, on=KeyError)
    def work():
        calls.append(1)
        raise IndexError

    with pytest.raises(IndexError):
        work()
    assert len(calls) == 1


def test_cached(calls):
    @cached
    def slow(x, y=0):
        calls.append((x, y))
        return x + y

    assert [slow(1), slow(1), slow(1, 2), slow(1, y=2)] == [1, 1, 3, 3]
    assert calls[0] == (1, 0)
    assert len(calls) == 3


def test_cached_has_clear(calls):
    f = cached(lambda x: calls.append(x))
    f(1)
    f.clear()
    f(1)
    assert calls == [1, 1]
    assert f.hits == 0


def test_fib():
    solution.fib.cache_clear()
    assert solution.fib(60) == 1548008755920
    assert solution.fib.cache_info().misses == 61
    assert solution.fib(10) == 55
    hits, misses, size, current = solution.fib.cache_info()
    assert (misses, size, current) == (61, None, 61)


def test_traced(capsys):
    f = traced(lambda a, b=1: a + b)
    assert f(2) == 3
    assert f(2, b=[5][0]) == 7
    assert capsys.readouterr().out == "(2,) {} -> 3\n(2,) {'b': 5} -> 7\n"


def test_validated():
    @validated(int, str)
    def both(n, s):
        return s * n

    assert both(2, "ab") == "abab"
    with pytest.raises(TypeError, match="argument 1: str"):
        both(2, 3)


def test_pipeline():
    pipe = Pipeline() | str.strip | (lambda s: s.split(",")) | (lambda xs: [int(x) for x in xs]) | functools.partial(sorted, reverse=True)
    assert pipe(" 1,2 ") == [2, 1]
    assert len(pipe.steps) == 4


def test_pipeline_error():
    pipe = Pipeline() | int
    with pytest.raises(ValueError) as caught:
        pipe("x")
    assert "x" in str(caught.value)


def test_sort_key():
    words = ["bb", "A", "ccc", "a"]
    assert sorted(words, key=solution.fold) == ["A", "a", "bb", "ccc"]
    words.sort(key=solution.longest_first)
    assert words == ["ccc", "bb", "A", "a"]
    assert max(words, key=len) == "ccc"
    assert list(filter(solution.is_short, words)) == ["A", "a"]
    assert functools.reduce(solution.join, words) == "ccc+bb+A+a"


def test_sort_cmp():
    assert sorted([3, 1, 2], key=functools.cmp_to_key(solution.backwards)) == [3, 2, 1]


def test_table():
    assert {name: f(6, 3) for name, f in solution.OPERATIONS.items()} == {"+": 9, "-": 3, "/": 2}
    with pytest.raises(ZeroDivisionError):
        solution.OPERATIONS["/"](1, 0)
