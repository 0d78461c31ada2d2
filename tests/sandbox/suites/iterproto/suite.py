from solution import Count, Grid


def test_iter():
    assert list(Count(1, 4)) == [1, 2, 3] and sum(Count(0, 5)) == 10


def test_next():
    c = Count(0, 1)
    assert next(c) == 0 and next(c, "end") == "end"


def test_grid():
    g = Grid(2, 2)
    g[0, 1] = 5
    assert g[0, 1] == 5 and g[9, 9] == 0
    del g[0, 1]
    assert g[0, 1] == 0


def test_unpack():
    a, b, *c = Count(0, 4)
    assert (a, b, c) == (0, 1, [2, 3])
