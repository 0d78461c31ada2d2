import pytest
from solution import fewest_coins


def test_single_coins():
    assert [fewest_coins([3, 8, 5], n) for n in (3, 5, 8)] == [1, 1, 1]
    assert [fewest_coins([3, 8, 5], n) for n in (1, 2, 4, 7)] == [-1] * 4
    assert fewest_coins([3, 8, 5], 10) == 2


@pytest.mark.parametrize(
    ("coins", "amount", "expected"),
    [
        ([1, 10, 25], 30, 3),
        ([1, 5, 6, 9], 11, 2),
        ([1, 7, 10], 14, 2),
        ([2, 9, 10], 27, 3),
    ],
)
def test_large_coins_in_the_way(coins, amount, expected):
    assert fewest_coins(coins, amount) == expected
    assert fewest_coins(coins[::-1], amount) == expected
    assert fewest_coins([*coins, amount], amount) == 1


def test_one_way_fails_the_other_not():
    assert fewest_coins([5, 3], 6) == 2
    assert fewest_coins([7, 5], 10) == 2
    assert fewest_coins([4, 9], 12) == 3
    assert fewest_coins([4, 9], 11) == -1


def test_order_and_repeats():
    for coins in ([6, 1, 4], [4, 6, 1], [1, 4, 6, 4, 1, 6, 6]):
        assert fewest_coins(coins, 8) == 2
        assert fewest_coins(coins, 9) == 3


def test_no_small_coins():
    assert fewest_coins([6, 10, 15], 29) == -1
    assert fewest_coins([6, 10, 15], 30) == 2
    assert fewest_coins([6, 10, 15], 31) == 3
    assert fewest_coins([50, 60], 40) == -1


def test_all_amounts():
    found = [fewest_coins([3, 5], amount) for amount in range(17)]
    assert found == [0, -1, -1, 1, -1, 1, 2, -1, 2, 3, 2, 3, 4, 3, 4, 3, 4]


def test_moderate_amounts():
    assert fewest_coins([1, 2, 5, 10, 20, 50], 288) == 10
    assert fewest_coins([1, 15, 25], 160) == 8
    assert fewest_coins([3, 7, 31], 240) == 12
    assert fewest_coins([1], 250) == 250
    assert fewest_coins([2, 4, 60], 241) == -1


def test_coins_are_left_alone():
    coins = [8, 1, 5, 5]
    assert fewest_coins(coins, 10) == 2
    assert fewest_coins(coins, 20) == 4
    assert coins == [8, 1, 5, 5]
    assert fewest_coins(coins[:1], 20) == -1
