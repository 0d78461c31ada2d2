from solution import count_vowels


def test_words():
    assert count_vowels("banana") == 3
    assert count_vowels("rhythm") == 0
    assert count_vowels("queue") == 4


def test_capitals():
    assert count_vowels("Ohio") == 3
    assert count_vowels("AEIOU") == 5
    assert count_vowels("UNICORN") == 3


def test_empty_text():
    assert count_vowels("") == 0
    assert count_vowels("a") == 1


def test_y_is_no_vowel():
    assert count_vowels("yearly") == 2
    assert count_vowels("yoyo") == 2
    assert count_vowels("York") == 1
