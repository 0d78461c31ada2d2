from solution import longest_unique


def test_repeats():
    assert longest_unique("abcabcbb") == "abc"
    assert longest_unique("pwwkew") == "wke"


def test_up_to_the_last_character():
    assert longest_unique("abcd") == "abcd"
    assert longest_unique("dvdf") == "vdf"
    assert longest_unique("aab") == "ab"


def test_old_repeats_do_not_matter():
    assert longest_unique("abba") == "ab"
    assert longest_unique("abcddcba") == "abcd"


def test_short_texts():
    assert longest_unique("") == ""
    assert longest_unique("x") == "x"
    assert longest_unique("aaa") == "a"
