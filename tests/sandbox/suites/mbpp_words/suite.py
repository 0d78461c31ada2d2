from collections import Counter
import solution


def test_top():
    assert solution.top("a b a c b a", 2) == [("a", 3), ("b", 2)]


def test_freq():
    assert solution.freq("aab") == {"a": 2, "b": 1}


def test_type():
    assert isinstance(solution.freq("x"), Counter)
