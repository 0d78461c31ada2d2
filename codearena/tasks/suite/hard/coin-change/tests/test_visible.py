from solution import fewest_coins


def test_ordinary_coins():
    assert fewest_coins([1, 2, 5], 11) == 3
    assert fewest_coins([1, 2, 5], 5) == 1


def test_the_largest_coin_may_be_wrong():
    assert fewest_coins([1, 3, 4], 6) == 2
    assert fewest_coins([9, 6, 5, 1], 20) == 3


def test_no_solution():
    assert fewest_coins([4, 6], 9) == -1
    assert fewest_coins([4, 6], 10) == 2
    assert fewest_coins([], 3) == -1


def test_nothing_and_one_coin():
    assert fewest_coins([7], 0) == 0
    assert fewest_coins([7], 21) == 3
    assert fewest_coins([7], 20) == -1
