import pytest
from solution import longest_unique


@pytest.fixture
def mixed():
    """Letters that look shuffled; the same ones come back now and then."""
    return "".join(chr(97 + (n * n * 7 + n * n * n) % 23) for n in range(160))


def every_part(text):
    """Return the first longest part, found by trying them all."""
    for length in range(len(text), 0, -1):
        for start in range(len(text) - length + 1):
            part = text[start : start + length]
            if len(set(part)) == length:
                return part
    return ""


def test_first_of_equally_long_parts():
    assert longest_unique("abcbad") == "cbad"
    assert longest_unique("abcacb") == "abc"
    assert longest_unique("xyyxzzxy") == "yxz"
    assert longest_unique("aabbcc") == "ab"


def test_window_never_grows_back():
    assert longest_unique("abcdeedcxba") == "edcxba"
    assert longest_unique("tmmzuxt") == "mzuxt"
    assert longest_unique("abccba") == "abc"
    assert longest_unique("abbcdda") == "bcd"


def test_repeat_in_the_middle_of_the_window():
    assert longest_unique("abcdbefghb") == "cdbefgh"
    assert longest_unique("anviaj") == "nviaj"
    assert longest_unique("ohvhjdml") == "vhjdml"


@pytest.mark.parametrize("size", [2, 9, 40])
def test_alphabet_and_back(size):
    letters = "".join(chr(0x4E00 + n) for n in range(size))
    assert longest_unique(letters) == letters
    assert longest_unique(letters + letters[::-1]) == letters
    assert longest_unique(letters + letters) == letters
    assert longest_unique(letters + letters[0] + "z") == letters[1:] + letters[0] + "z"


def test_case_spaces_and_signs():
    assert longest_unique("aAaA") == "aA"
    assert longest_unique("a b  b a") == "a b"
    assert longest_unique("é-è_é-è!_-") == "_é-è!"
    assert longest_unique("\n\n\t\n") == "\n\t"


def test_against_every_part(mixed):
    for start in range(0, 120, 17):
        part = mixed[start : start + 40]
        assert longest_unique(part) == every_part(part)
        assert longest_unique(part[:4]) == every_part(part[:4])
    assert longest_unique(mixed) == every_part(mixed)


def test_two_letters():
    assert longest_unique("ab" * 80) == "ab"
    assert longest_unique("b" + "ab" * 80) == "ba"
    assert longest_unique("a" * 80 + "b" * 80) == "ab"
    assert longest_unique("b" * 160) == "b"


def test_long_text():
    letters = "".join(chr(0x3B1 + n) for n in range(90))
    assert longest_unique(letters[:45] + letters) == letters
    assert longest_unique(letters + letters[:-1]) == letters
    assert longest_unique(letters[::-1] + letters + "!") == letters + "!"
