def fewest_coins(coins, amount):
    """Use every coin at most once."""
    fewest = {0: 0}
    for coin in coins:
        for total, count in list(fewest.items()):
            fewest[total + coin] = min(count + 1, fewest.get(total + coin, 10**9))
    return fewest.get(amount, -1)
