"""Fewest coins for an amount."""

from collections.abc import Iterable


def fewest_coins(coins: Iterable[int], amount: int) -> int:
    """Return the smallest number of coins that add up to an amount.

    Args:
        coins: The values of the coins.
        amount: The amount to pay.

    Returns:
        The number of coins, or -1 when it cannot be paid.
    """
    count = 0
    rest = amount
    for coin in sorted(set(coins), reverse=True):
        used, rest = divmod(rest, coin)
        count += used
    return count if rest == 0 else -1
