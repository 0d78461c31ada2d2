from solution import Bag


def test_in():
    assert "a" in Bag("aab")
    assert "z" not in Bag("aab")


def test_len():
    assert len(Bag("aab")) == 3
