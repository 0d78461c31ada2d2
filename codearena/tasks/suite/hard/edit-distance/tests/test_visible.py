from solution import edit_distance


def test_words():
    assert edit_distance("kitten", "sitting") == 3
    assert edit_distance("flaw", "lawn") == 2


def test_different_lengths():
    assert edit_distance("", "abc") == 3
    assert edit_distance("abcd", "b") == 3
    assert edit_distance("", "") == 0


def test_same_length():
    assert edit_distance("ab", "ba") == 2
    assert edit_distance("abc", "xyz") == 3


def test_equal_texts():
    assert edit_distance("same", "same") == 0
    assert edit_distance("Same", "same") == 1
