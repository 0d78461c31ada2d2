import pytest
from solution import fizzbuzz

FIFTEEN = """
    1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
""".split()


@pytest.fixture
def hundred():
    return fizzbuzz(1, 100)


def test_first_fifteen():
    assert fizzbuzz(1, 15) == FIFTEEN
    assert fizzbuzz(1, 10) == FIFTEEN[:10]


def test_words_repeat_after_fifteen():
    for first in (16, -29, 3001):
        result = fizzbuzz(first, first + 14)
        expected = [
            str(number) if word.isdigit() else word
            for number, word in enumerate(FIFTEEN, first)
        ]
        assert result == expected
    assert fizzbuzz(16, 17) == ["16", "17"]


@pytest.mark.parametrize("number", [15, -45, -30, 1500])
def test_multiple_of_both(number):
    assert fizzbuzz(number, number) == ["FizzBuzz"]
    assert fizzbuzz(number, number + 1) == ["FizzBuzz", str(number + 1)]


def test_counts_of_words(hundred):
    assert len(hundred) == 100
    assert hundred.count("Fizz") == 27
    assert hundred.count("Buzz") == 14
    assert hundred.count("FizzBuzz") == 6
    assert fizzbuzz(1, 30).count("FizzBuzz") == 2


def test_last_number_is_included(hundred):
    assert hundred[-1] == "Buzz"
    assert hundred[:-1] == fizzbuzz(1, 99)
    assert fizzbuzz(8, 9) == ["8", "Fizz"]


def test_across_zero():
    expected = ["Buzz", "-4", "Fizz", "-2", "-1", "FizzBuzz", "1", "2", "Fizz"]
    assert fizzbuzz(-5, 3) == expected
    assert fizzbuzz(0, 0) == ["FizzBuzz"]


def test_below_zero():
    assert fizzbuzz(-10, -9) == ["Buzz", "Fizz"]
    assert fizzbuzz(-15, -13) == ["FizzBuzz", "-14", "-13"]


def test_empty_range():
    assert fizzbuzz(15, 14) == []
    assert fizzbuzz(100, -100) == []
    assert fizzbuzz(-1, -1) == ["-1"]
    assert fizzbuzz(15, 15) == ["FizzBuzz"]
