from solution import two_sum


def test_one_pair():
    assert two_sum([2, 7, 11, 15], 9) == (0, 1)
    assert two_sum([3, 2, 4], 6) == (1, 2)


def test_the_pair_that_is_complete_first():
    assert two_sum([1, 4, 6, 9], 10) == (1, 2)
    assert two_sum([8, 1, 9, 2], 10) == (1, 2)
    assert two_sum([5, 3, 5, 5], 10) == (0, 2)


def test_no_pair():
    assert two_sum([5, 3], 10) is None
    assert two_sum([], 0) is None
    assert two_sum([4, 4], 8) == (0, 1)
