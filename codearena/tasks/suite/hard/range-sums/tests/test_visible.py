from solution import range_sums


def test_sums():
    assert range_sums([3, 1, 4], [("sum", 0, 1), ("sum", 2, 2)]) == [4, 4]
    operations = [("sum", 1, 1), ("sum", 0, 2), ("sum", 1, 2)]
    assert range_sums([3, 1, 4], operations) == [1, 8, 5]


def test_set_and_sum():
    assert range_sums([3, 1, 4], [("set", 1, 9), ("sum", 0, 2)]) == [16]
    operations = [("sum", 0, 2), ("set", 0, 0), ("sum", 0, 2)]
    assert range_sums([3, 1, 4], operations) == [8, 5]


def test_set_twice():
    operations = [("set", 0, 5), ("set", 0, 2), ("sum", 0, 0)]
    assert range_sums([3, 1, 4], operations) == [2]
    assert range_sums([3, 1, 4], [("sum", 0, 0)]) == [3]


def test_list_is_left_alone():
    numbers = [3, 1, 4]
    assert range_sums(numbers, [("set", 1, 9)]) == []
    assert numbers == [3, 1, 4]
    assert range_sums(numbers, [("sum", 0, 1), ("sum", 2, 2)]) == [4, 4]
