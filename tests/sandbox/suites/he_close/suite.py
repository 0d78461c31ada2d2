from solution import close


def test_a():
    assert close([1.0, 2.8, 3.0], 0.3) is True


def test_b():
    assert close([1.0, 2.0, 3.0], 0.5) is False


def test_c():
    assert not close([], 1)
