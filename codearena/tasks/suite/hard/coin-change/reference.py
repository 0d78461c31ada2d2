"""Coin change by dynamic programming."""

from collections.abc import Iterable


def fewest_coins(coins: Iterable[int], amount: int) -> int:
    """Return the smallest number of coins that add up to amount, or -1.

    Each coin may be used any number of times. Time in proportion to the
    amount and to the number of coins.

    >>> fewest_coins([1, 3, 4], 6)
    2
    """
    # More coins than any amount needs.
    never = amount + 1
    fewest = [0] + [never] * amount
    for coin in set(coins):
        for total in range(coin, amount + 1):
            fewest[total] = min(fewest[total], fewest[total - coin] + 1)
    return fewest[amount] if fewest[amount] < never else -1
