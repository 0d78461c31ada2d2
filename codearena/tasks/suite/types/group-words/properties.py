import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.lists(st.text("aAbBäÄ7 -", max_size=3), max_size=10)


@given(WORDS)
def test_same_as_the_reference(words):
    assert solution.group_words(list(words)) == reference.group_words(words)


@given(WORDS)
def test_every_word_stands_in_its_group(words):
    groups = solution.group_words(list(words))
    assert sorted(word for group in groups.values() for word in group) == sorted(words)
    assert all(word[:1].lower() == key or key == "#" for key in groups for word in groups[key])
    assert all(group == [word for word in words if word in group] for group in groups.values())


@given(WORDS, st.text("xyz", min_size=1, max_size=4))
def test_one_more_word(words, word):
    groups = solution.group_words(list(words))
    more = solution.group_words([*words, word.upper()])
    assert more[word[0]] == [*groups.get(word[0], []), word.upper()]
    assert {key: more[key] for key in groups if key != word[0]} == groups
