from solution import Seq


def test_slice():
    assert Seq("abcde")[1:3] == "bc"


def test_step():
    assert Seq("abcde")[::-1] == "edcba"


def test_index():
    assert Seq("abc")[0] == "a"
