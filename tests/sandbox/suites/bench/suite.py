import math

import pytest

import solution
from solution import (
    balanced,
    common,
    digits,
    has_close,
    longest_run,
    make_change,
    median,
    merge_ranges,
    prime_factors,
    roman,
    rotate,
    words_by_length,
)


def check(candidate):
    assert candidate("") == ""
    assert candidate("a") == "a"
    assert candidate("aabbb") == "bbb"
    assert candidate("abab") == "a"


def test_longest_run():
    check(longest_run)


METADATA = {"has_close": [([1.0, 2.0, 3.9, 4.0, 5.0, 2.2], 0.3, True), ([1.0, 2.0, 3.9, 4.0, 5.0, 2.2], 0.05, False), ([], 1, False), ([1, 1], 0, False)]}


@pytest.mark.parametrize("numbers, threshold, expected", METADATA["has_close"], ids=list("abcd"))
def test_has_close(numbers, threshold, expected):
    assert has_close(numbers, threshold) is expected


@pytest.mark.parametrize("text, expected", [("()", True), ("([{}])", True), ("(]", False), ("(", False), ("", True), ("a(b)c", True), (")(", False)], ids=range(7))
def test_balanced(text, expected):
    assert balanced(text) == expected


@pytest.mark.parametrize("n, expected", [(1, []), (2, [2]), (360, [2, 2, 2, 3, 3, 5]), (97, [97]), (1001, [7, 11, 13])])
def test_prime_factors(n, expected):
    assert prime_factors(n) == expected
    assert math.prod(prime_factors(n)) == n


@pytest.mark.parametrize("n, expected", [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")])
def test_roman(n, expected):
    assert roman(n) == expected


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_roman_range(n):
    with pytest.raises(ValueError):
        roman(n)


def test_digits():
    assert digits(0) == [0]
    assert digits(1203) == [1, 2, 0, 3]
    assert digits(-45) == [4, 5]
    assert digits(2**70) == [int(d) for d in str(2**70)]


def test_common():
    assert common([1, 4, 3, 34, 653, 2, 5], [5, 7, 1, 5, 9, 653, 121]) == [1, 5, 653]
    assert common([5, 3, 2, 8], [3, 2]) == [2, 3]
    assert common([4, 3, 2, 8], []) == []
    assert common(iter([1, 2]), (2, 3)) == [2]
    assert common({1, 2}, {2: "x"}) == [2]


def test_rotate():
    assert rotate([1, 2, 3], 1) == [3, 1, 2], "right"
    assert rotate([1, 2, 3], -1) == [2, 3, 1], "left"
    assert rotate([1, 2, 3], 7) == [3, 1, 2], "often"
    assert rotate([], 3) == [], "nothing"


def test_rotate_leaves_it():
    xs = [1, 2, 3]
    ys = rotate(xs, 0)
    assert ys == xs
    assert ys is not xs
    ys.append(4)
    assert xs == [1, 2, 3]


def test_median():
    assert median([3, 1, 2, 4, 5]) == 3
    assert median([-10, 4, 6, 1000, 10, 20]) == 8.0
    assert isinstance(median([1, 2]), float)
    assert abs(median([0.1, 0.2]) - 0.15) < 1e-9
    with pytest.raises(ValueError):
        median([])


def test_words_by_length():
    assert words_by_length("the cat is on a mat") == {3: ["the", "cat", "mat"], 2: ["is", "on"], 1: ["a"]}
    assert words_by_length("") == {}
    assert list(words_by_length("aaa b cc")) == [1, 2, 3]


def test_merge_ranges():
    assert merge_ranges([(1, 3), (2, 6), (8, 10)]) == [(1, 6), (8, 10)]
    assert merge_ranges([(1, 4), (4, 5)]) == [(1, 5)]
    assert merge_ranges([(5, 6), (1, 2)]) == [(1, 2), (5, 6)]
    assert merge_ranges([]) == []
    assert all(isinstance(pair, tuple) for pair in merge_ranges([(1, 2)]))


@pytest.mark.parametrize("amount, coins, expected", [(11, (1, 2, 5), 3), (3, (2,), -1), (0, (1,), 0), (6, (1, 3, 4), 2), (27, (5, 10, 25, 1), 3)], ids=range(5))
def test_make_change(amount, coins, expected):
    assert make_change(amount, coins) == expected


def test_names():
    for name in ("rotate", "median", "roman"):
        assert callable(getattr(solution, name))
