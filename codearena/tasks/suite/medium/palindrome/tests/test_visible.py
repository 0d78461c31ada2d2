from solution import is_palindrome


def test_sentences():
    assert is_palindrome("Madam, I'm Adam!") is True
    assert is_palindrome("Madam, I'm Eve!") is False
    assert is_palindrome("No lemon, no melon") is True


def test_first_and_last_letter():
    assert is_palindrome("Never odd or even.") is True
    assert is_palindrome("Ever odd or even.") is False


def test_digits_count():
    assert is_palindrome("1a2") is False
    assert is_palindrome("1a1") is True
    assert is_palindrome("2002-2002") is True


def test_nothing_counts():
    assert is_palindrome("") is True
    assert is_palindrome("...") is True
    assert is_palindrome("a.b") is False
