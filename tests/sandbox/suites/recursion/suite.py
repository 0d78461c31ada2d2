import pytest
from solution import deep, tree, main


def test_deep():
    assert deep(200) == 200


def test_rec():
    with pytest.raises(RecursionError):
        deep(10**6)


def test_tree():
    t = tree(5)
    assert t == tree(5) and len(t) == 2


def test_exit():
    with pytest.raises(SystemExit) as e:
        main()
    assert e.value.code == 3
