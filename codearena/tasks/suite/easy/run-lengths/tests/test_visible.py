from solution import run_lengths


def test_runs():
    assert run_lengths("aaab") == [("a", 3), ("b", 1)]
    assert run_lengths("zz") == [("z", 2)]


def test_character_comes_back():
    assert run_lengths("abba") == [("a", 1), ("b", 2), ("a", 1)]
    assert run_lengths("x") == [("x", 1)]


def test_empty_text():
    assert run_lengths("") == []
    assert run_lengths("zz") == [("z", 2)]


def test_other_characters():
    assert run_lengths("aA") == [("a", 1), ("A", 1)]
    assert run_lengths("100  1") == [("1", 1), ("0", 2), (" ", 2), ("1", 1)]
