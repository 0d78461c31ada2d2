from solution import longest_increasing


def test_not_neighbours():
    assert longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]) == 4
    assert longest_increasing([3, 8, 1, 2]) == 2


def test_end_is_not_the_last_number():
    assert longest_increasing([4, 5, 6, 1]) == 3
    assert longest_increasing([9, 5, 5, 1]) == 1


def test_equal_numbers():
    assert longest_increasing([7, 7, 7]) == 1
    assert longest_increasing([1, 2, 2, 3]) == 3


def test_empty_and_single():
    assert longest_increasing([]) == 0
    assert longest_increasing([5]) == 1
