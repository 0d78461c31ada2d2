from solution import group_words


def test_groups():
    assert group_words(["pear", "Plum", "fig"]) == {"p": ["pear", "Plum"], "f": ["fig"]}
    assert group_words(["Zoo"]) == {"z": ["Zoo"]}


def test_no_letter():
    assert group_words(["7up", "", "cola"]) == {"#": ["7up", ""], "c": ["cola"]}
    assert group_words(["-x"]) == {"#": ["-x"]}


def test_empty_list():
    assert group_words([]) == {}
    assert group_words(["Zoo"]) == {"z": ["Zoo"]}


def test_words_that_come_twice():
    assert group_words(["to", "be", "to"]) == {"t": ["to", "to"], "b": ["be"]}
    assert group_words(["7up", "", "cola"]) == {"#": ["7up", ""], "c": ["cola"]}
