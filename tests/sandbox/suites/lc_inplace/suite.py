from solution import rotate, zeroes, rot


def test_rotate():
    a = [1, 2, 3, 4, 5, 6, 7]
    alias = a
    assert rotate(a, 3) is None
    assert alias == [5, 6, 7, 1, 2, 3, 4]


def test_zeroes():
    a = [0, 1, 0, 3, 12]
    zeroes(a)
    assert a == [1, 3, 12, 0, 0]


def test_rot():
    m = [[1, 2], [3, 4]]
    rot(m)
    assert m == [[3, 1], [4, 2]]
