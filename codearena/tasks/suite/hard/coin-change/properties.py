import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

COINS = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)


@given(COINS, st.integers(0, 16))
def test_same_as_the_reference(coins, amount):
    expected = reference.fewest_coins(list(coins), amount)
    assert solution.fewest_coins(coins, amount) == expected


@given(COINS, st.integers(1, 16))
def test_one_more_than_for_some_smaller_amount(coins, amount):
    smaller = [
        solution.fewest_coins(coins, amount - coin) for coin in coins if coin <= amount
    ]
    possible = [count for count in smaller if count >= 0]
    expected = 1 + min(possible) if possible else -1
    assert solution.fewest_coins(coins, amount) == expected
    assert solution.fewest_coins([*coins, amount], amount) == 1


@given(COINS, st.integers(0, 2))
def test_multiples_of_the_largest_coin(coins, times):
    assert solution.fewest_coins(coins, times * max(coins)) == times
    assert solution.fewest_coins([2 * coin for coin in coins], 2 * times + 1) == -1
