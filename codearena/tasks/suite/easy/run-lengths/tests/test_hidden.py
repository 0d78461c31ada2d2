import pytest
from solution import run_lengths


@pytest.mark.parametrize("text", ["mississippi", "aabbaabb", "1112112", "noon to noon"])
def test_runs_spell_the_text(text):
    runs = run_lengths(text)
    assert "".join(character * length for character, length in runs) == text
    assert all(before[0] != after[0] for before, after in zip(runs, runs[1:]))
    assert run_lengths(text[:1]) == [(text[0], 1)]


def test_kind_of_result():
    runs = run_lengths("ppqp")
    assert isinstance(runs, list)
    assert runs == [("p", 2), ("q", 1), ("p", 1)]
    assert all(isinstance(run, tuple) for run in runs)
    assert run_lengths("qqq") == [("q", 3)]


def test_all_different():
    assert run_lengths("abc") == [("a", 1), ("b", 1), ("c", 1)]
    assert run_lengths("aba") == [("a", 1), ("b", 1), ("a", 1)]


def test_one_long_run():
    assert run_lengths("-" * 1000) == [("-", 1000)]
    assert run_lengths("-" * 500 + "." + "-" * 500) == [("-", 500), (".", 1), ("-", 500)]


def test_capitals_are_different():
    assert run_lengths("aaAAaa") == [("a", 2), ("A", 2), ("a", 2)]
    assert run_lengths("Hh") == [("H", 1), ("h", 1)]


def test_spaces_and_line_ends():
    assert run_lengths("a\n\na") == [("a", 1), ("\n", 2), ("a", 1)]
    assert run_lengths("  \t ") == [(" ", 2), ("\t", 1), (" ", 1)]


def test_signs_with_a_meaning_elsewhere():
    assert run_lengths("**.*^^$") == [("*", 2), (".", 1), ("*", 1), ("^", 2), ("$", 1)]
    assert run_lengths("\\\\n\\") == [("\\", 2), ("n", 1), ("\\", 1)]
    assert run_lengths("ééé→é") == [("é", 3), ("→", 1), ("é", 1)]


def test_calls_are_independent():
    first = run_lengths("tot")
    assert run_lengths("tttt") == [("t", 4)]
    assert first == [("t", 1), ("o", 1), ("t", 1)]
    assert run_lengths("tot") == [("t", 1), ("o", 1), ("t", 1)]
