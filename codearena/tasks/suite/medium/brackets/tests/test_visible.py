from solution import first_error


def test_pairs_in_order():
    assert first_error("f(a[1], {2})") == -1
    assert first_error("") == -1
    assert first_error("(") == 0


def test_wrong_kind():
    assert first_error("(]") == 1
    assert first_error("([)]") == 2
    assert first_error("{(})") == 2


def test_nothing_is_open():
    assert first_error("a)b(") == 1
    assert first_error("())") == 2


def test_never_closed():
    assert first_error("(()") == 0
    assert first_error("[(()") == 0
    assert first_error("() [ { }") == 3
