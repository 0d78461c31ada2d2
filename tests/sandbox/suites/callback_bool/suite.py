from solution import apply, asc, listed, default, cut
import io


def test_if_callback():
    assert apply([1, 2], lambda x: x + 1) == [2, 3]


def test_no_callback():
    assert apply([1, 2]) == [1, 2]


def test_list_of_generator():
    assert listed(x for x in "ab") == ["a", "b"]


def test_list_of_iter():
    assert listed(iter([1, 2])) == [1, 2]


def test_or_default():
    assert default(len)("abc") == 3


def test_bool_bound():
    assert apply([1], [5, 6].__getitem__) == [6]


def test_object():
    class A:
        x = 1
    assert cut(A()) == 1
