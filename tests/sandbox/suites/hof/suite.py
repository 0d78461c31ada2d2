import pytest
from solution import compose, memo, apply_n, sortby, retry


def test_compose():
    assert compose(lambda x: x + 1, lambda x: x * 2)(5) == 11


def test_memo():
    calls = []

    @memo
    def sq(x):
        calls.append(x)
        return x * x

    assert sq(3) == sq(3) == 9 and calls == [3]


def test_apply():
    assert apply_n(lambda s: s + "!", 3, "a") == "a!!!"


def test_sort():
    assert sortby(["ccc", "a", "bb"], len) == ["a", "bb", "ccc"]


def test_retry():
    n = {"k": 0}

    @retry(3)
    def f():
        n["k"] += 1
        if n["k"] < 3:
            raise ValueError("no")
        return "ok"

    assert f() == "ok" and n["k"] == 3


def test_cb_exc():
    def boom(x):
        raise KeyError("k")

    with pytest.raises(KeyError):
        apply_n(boom, 1, 0)
