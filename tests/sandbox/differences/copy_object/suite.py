import copy
from solution import Box


def test_copy():
    a = Box([1])
    b = copy.copy(a)
    b.items.append(2)
    assert a.items == [1, 2] and b is not a


def test_deepcopy():
    a = Box([1])
    b = copy.deepcopy(a)
    b.items.append(2)
    assert a.items == [1]
