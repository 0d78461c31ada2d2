def fewest_coins(coins, amount):
    """Split every amount in two parts in all ways: quadratic in the amount."""
    unknown = 10**9
    table = []
    for total in range(amount + 1):
        best = 0 if total == 0 else unknown
        if total in coins:
            best = 1
        for part in range(1, total // 2 + 1):
            together = table[part] + table[total - part]
            if together < best:
                best = together
        table.append(best)
    if table[amount] >= unknown:
        return -1
    return table[amount]
