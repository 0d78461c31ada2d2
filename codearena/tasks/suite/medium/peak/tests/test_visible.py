from solution import peak


def test_in_the_middle():
    assert peak([1, 3, 2]) == 1
    assert peak([1, 2, 3, 4, 3]) == 3


def test_at_an_end():
    assert peak([1, 2, 3]) == 2
    assert peak([3, 2, 1]) == 0


def test_any_of_several():
    assert peak([5, 1, 1, 4]) in (0, 3)
    assert peak([2, 9, 4, 6]) in (1, 3)


def test_empty_and_short():
    assert peak([]) == -1
    assert peak([4]) == 0
    assert peak([0, 1]) == 1
