from solution import natural_sort


def test_numbers():
    assert natural_sort(["page 10", "page 9"]) == ["page 9", "page 10"]
    assert natural_sort(["1.10", "2", "1.9"]) == ["1.9", "1.10", "2"]


def test_numbers_and_text():
    assert natural_sort(["b2", "B1", "a", "7"]) == ["7", "a", "B1", "b2"]
    assert natural_sort(["1.10", "2", "1.9"]) == ["1.9", "1.10", "2"]


def test_equal_names_keep_their_order():
    assert natural_sort(["a2", "a01", "A1", "a1"]) == ["a01", "A1", "a1", "a2"]
    assert natural_sort(["page 10", "page 9"]) == ["page 9", "page 10"]


def test_shorter_names_come_first():
    assert natural_sort(["a1b", "a1", ""]) == ["", "a1", "a1b"]
    assert natural_sort(["b2", "B1", "a", "7"]) == ["7", "a", "B1", "b2"]
