import pytest
from solution import edit_distance


@pytest.fixture
def genes():
    """Two texts of four letters that look random."""
    first = "".join("ACGT"[n * n * 7 % 13 % 4] for n in range(70))
    second = "".join("ACGT"[(n * 5 + n * n) % 11 % 4] for n in range(60))
    return first, second


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("intention", "execution", 5),
        ("saturday", "sunday", 3),
        ("rosettacode", "raisethysword", 8),
    ],
)
def test_known_words(a, b, expected):
    assert edit_distance(a, b) == expected
    assert edit_distance(b, a) == expected
    assert edit_distance(a[::-1], b[::-1]) == expected
    assert edit_distance(a, a) == 0


def test_one_text_is_empty():
    assert edit_distance("", "q" * 30) == 30
    assert edit_distance("ab", "") == 2
    assert edit_distance("", "") == 0


def test_one_edit():
    assert edit_distance("abcde", "bcde") == 1
    assert edit_distance("abcde", "abxcde") == 1
    assert edit_distance("abcde", "abxde") == 1
    assert edit_distance("abcde", "xbcdx") == 2


def test_shifted():
    assert edit_distance("abcdefgh", "bcdefgha") == 2
    assert edit_distance("abcdefgh", "cdefghab") == 4
    assert edit_distance("ab" * 10, "ba" * 10) == 2


def test_exchanged_neighbours():
    assert edit_distance("form", "from") == 2
    assert edit_distance("abcdef", "badcfe") == 4
    assert edit_distance("abc", "ca") == 3


def test_common_letters_in_another_order():
    assert edit_distance("abc", "cba") == 2
    assert edit_distance("listen", "silent") == 4
    assert edit_distance("aab", "baa") == 2
    assert edit_distance("x", "xyx") == 2


def test_beginning_and_end(genes):
    first, second = genes
    expected = edit_distance(first[:20], second[:20])
    assert expected == 8
    assert edit_distance("same" + first[:20], "same" + second[:20]) == expected
    assert edit_distance(first[:20] + "same", second[:20] + "same") == expected
    assert edit_distance(first[:20] + "!", second[:20] + "?") == expected + 1


def test_moderate_lengths(genes):
    first, second = genes
    assert edit_distance(first, second) == 28
    assert edit_distance(second, first) == 28
    assert edit_distance(first, first[7:] + "T" * 7) == 14
    assert edit_distance(first, first) == 0


def test_distance_to_a_part(genes):
    first, _ = genes
    assert edit_distance(first, first[5:45]) == 30
    assert edit_distance(first[::2], first) == 35
    assert edit_distance(first[:40], first[:40].lower()) == 40
