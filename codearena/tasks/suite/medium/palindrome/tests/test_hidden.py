import pytest
from solution import is_palindrome

SENTENCE = "A man, a plan, a canal: Panama!"


@pytest.mark.parametrize(
    ("text", "spoilt"),
    [
        ("Was it a car (or a cat) I saw?", "Was it a bar (or a cat) I saw?"),
        ("Step on no pets...", "Step 3 on no pets..."),
        ("Eva, can I see bees in a cave?", "Eva, can I see 2 bees in a cave?"),
    ],
)
def test_sentences_with_punctuation(text, spoilt):
    assert is_palindrome(text) is True
    assert is_palindrome(spoilt) is False


def test_difference_in_every_place():
    assert is_palindrome(SENTENCE) is True
    letters = [i for i, char in enumerate(SENTENCE) if char.isalpha()]
    middle = letters[len(letters) // 2]
    for i in letters:
        changed = SENTENCE[:i] + "x" + SENTENCE[i + 1 :]
        assert is_palindrome(changed) is (i == middle)


def test_digits_and_letters():
    assert is_palindrome("12:21") is True
    assert is_palindrome("12:12") is False
    assert is_palindrome("1x22x1") is True
    assert is_palindrome("1x2x3") is False


def test_two_characters():
    assert is_palindrome("aA") is True
    assert is_palindrome("a-A!") is True
    assert is_palindrome("ab") is False
    assert is_palindrome("a1") is False


def test_case_of_other_letters():
    assert is_palindrome("Été") is True
    assert is_palindrome("Étà") is False
    assert is_palindrome("Straße, essarts!") is True


def test_everything_else_is_left_out():
    assert is_palindrome("\t_a_\n b .a\n") is True
    assert is_palindrome("\t_a_\n b .c\n") is False
    assert is_palindrome("a€b§A") is True
    assert is_palindrome(" \n_") is True


def test_even_and_odd_length():
    assert is_palindrome("abc, CBA") is True
    assert is_palindrome("abc, d, CBA") is True
    assert is_palindrome("abc, 0, de, CBA") is False
    assert is_palindrome("4 abc CBA") is False


def test_long_text():
    half = "".join(chr(97 + n * n % 26) + str(n % 7) + ", " for n in range(150))
    assert is_palindrome(half + half[::-1]) is True
    assert is_palindrome(half + "8" + half[::-1]) is True
    assert is_palindrome(half + "89" + half[::-1]) is False
