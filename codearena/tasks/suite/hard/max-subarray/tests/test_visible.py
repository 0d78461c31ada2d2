from solution import max_subarray


def test_mixed_signs():
    assert max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]) == 6
    assert max_subarray([3, -10, 4, -1, 2, -10]) == 5


def test_all_positive():
    assert max_subarray([1, 2, 3, 4]) == 10
    assert max_subarray([5]) == 5


def test_all_negative():
    assert max_subarray([-8, -3, -6]) == -3
    assert max_subarray([-4]) == -4


def test_empty_list():
    assert max_subarray([]) == 0
    assert max_subarray([-2, -5]) == -2
    assert max_subarray([0, -5]) == 0
