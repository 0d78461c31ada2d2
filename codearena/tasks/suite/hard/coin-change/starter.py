def fewest_coins(coins, amount):
    """Return the smallest number of coins that add up to amount, or -1."""
    if amount == 0:
        return 0
    best = -1
    for coin in coins:
        if coin < amount:
            count = 1 + fewest_coins(coins, amount - coin)
            if best == -1 or count < best:
                best = count
    return best
