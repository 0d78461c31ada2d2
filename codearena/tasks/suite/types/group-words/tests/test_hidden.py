import pytest
from solution import group_words


@pytest.fixture
def words():
    return ["bat", "Ape", "boa", "ant", "Bee", "ape", "bat"]


def test_order_within_a_group(words):
    assert group_words(words) == {"b": ["bat", "boa", "Bee", "bat"], "a": ["Ape", "ant", "ape"]}
    assert group_words(words[::-1])["a"] == ["ape", "ant", "Ape"]


def test_kind_of_result(words):
    groups = group_words(words)
    assert isinstance(groups, dict)
    assert sorted(groups) == ["a", "b"]
    assert all(isinstance(group, list) for group in groups.values())
    assert group_words(["x"]) == {"x": ["x"]}
    with pytest.raises(KeyError):
        groups["c"]


def test_words_are_left_alone(words):
    assert len(group_words(words)["b"]) == 4
    assert group_words(words[1:2]) == {"a": ["Ape"]}
    assert words == ["bat", "Ape", "boa", "ant", "Bee", "ape", "bat"]


@pytest.mark.parametrize("first", ["4", "#", " ", "'", "_", "½"])
def test_no_letters(first):
    assert group_words([first + "b", "Bo", first]) == {"#": [first + "b", first], "b": ["Bo"]}
    assert group_words([first]) == {"#": [first]}


def test_letters_of_other_scripts():
    assert group_words(["Äpfel", "äh", "αβ"]) == {"ä": ["Äpfel", "äh"], "α": ["αβ"]}
    assert group_words(["日本", "Éa"]) == {"日": ["日本"], "é": ["Éa"]}


def test_capitals_keep_their_spelling():
    assert group_words(["HELLO", "hello", "Hello"]) == {"h": ["HELLO", "hello", "Hello"]}
    assert group_words(["iPad", "I"]) == {"i": ["iPad", "I"]}


def test_calls_are_independent():
    first = group_words(["no", "On"])
    assert group_words(["Nil"]) == {"n": ["Nil"]}
    assert first == {"n": ["no"], "o": ["On"]}
    first["n"].append("changed")
    assert group_words(["no"]) == {"n": ["no"]}
