from solution import merge_intervals


def test_overlapping():
    assert merge_intervals([(1, 3), (6, 8), (2, 4)]) == [(1, 4), (6, 8)]
    assert merge_intervals([(5, 9), (1, 2), (8, 12)]) == [(1, 2), (5, 12)]


def test_sharing_one_point():
    assert merge_intervals([(1, 3), (3, 5)]) == [(1, 5)]
    assert merge_intervals([(3, 4), (1, 2)]) == [(1, 2), (3, 4)]


def test_one_inside_the_other():
    assert merge_intervals([(1, 9), (2, 3), (9, 10)]) == [(1, 10)]
    assert merge_intervals([(1, 10), (4, 4), (11, 12)]) == [(1, 10), (11, 12)]


def test_few_intervals():
    intervals = [(5, 6), (5, 6), (1, 2)]
    assert merge_intervals(intervals) == [(1, 2), (5, 6)]
    assert intervals == [(5, 6), (5, 6), (1, 2)]
    assert merge_intervals([(4, 4)]) == [(4, 4)]
    assert merge_intervals([]) == []
