import pytest
from solution import count_vowels


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Mississippi", 4), ("Aardvark and OX", 5), ("Eerie Yodelling", 7)],
)
def test_result_is_a_number(text, expected):
    result = count_vowels(text)
    assert isinstance(result, int)
    assert result == expected
    assert count_vowels(text + text.upper()) == 2 * expected
    assert count_vowels("") == 0


def test_each_vowel_counts_every_time():
    for vowel in "aeiouAEIOU":
        assert count_vowels(vowel) == 1
        assert count_vowels(vowel * 3 + "t" + vowel) == 4
    assert count_vowels("uncopyrightable") == 5


def test_consonants_do_not_count():
    assert count_vowels("bcdfghjklmnpqrstvwxyz") == 0
    assert count_vowels("BCDFGHJKLMNPQRSTVWXYZ") == 0
    assert count_vowels("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 5


def test_accents():
    assert count_vowels("café au lait") == 5
    assert count_vowels("éèàüöß") == 0
    assert count_vowels("Übermut tut selten gut") == 6


def test_signs_digits_and_lines():
    assert count_vowels("3 eggs, 12 olives!") == 4
    assert count_vowels("one\ntwo\tTHREE") == 5
    assert count_vowels(" .,-!?0123456789\n") == 0


def test_sentence():
    text = "The quick brown fox jumps over the lazy dog. "
    assert count_vowels(text) == 11
    assert count_vowels(text * 200) == 2200
    assert count_vowels(text.upper()) == 11


def test_order_does_not_matter():
    word = "Onomatopoeia"
    assert count_vowels(word) == 8
    assert count_vowels(word[::-1]) == 8
    assert count_vowels("".join(sorted(word))) == 8
    assert count_vowels(word[:4]) == 2
