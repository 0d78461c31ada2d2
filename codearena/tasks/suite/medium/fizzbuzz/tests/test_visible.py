from solution import fizzbuzz


def test_one_word():
    assert fizzbuzz(1, 5) == ["1", "2", "Fizz", "4", "Buzz"]
    assert fizzbuzz(4, 6) == ["4", "Buzz", "Fizz"]


def test_both_words():
    assert fizzbuzz(14, 15) == ["14", "FizzBuzz"]
    assert fizzbuzz(29, 31) == ["29", "FizzBuzz", "31"]


def test_zero_and_below():
    assert fizzbuzz(-1, 0) == ["-1", "FizzBuzz"]
    assert fizzbuzz(-6, -4) == ["Fizz", "Buzz", "-4"]


def test_short_ranges():
    assert fizzbuzz(7, 7) == ["7"]
    assert fizzbuzz(9, 9) == ["Fizz"]
    assert fizzbuzz(2, 1) == []
