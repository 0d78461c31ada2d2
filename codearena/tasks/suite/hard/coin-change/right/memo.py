from functools import cache
from math import inf


def fewest_coins(coins, amount):
    values = sorted(set(coins))

    @cache
    def fewest(rest):
        if rest == 0:
            return 0
        usable = (value for value in values if value <= rest)
        return 1 + min((fewest(rest - value) for value in usable), default=inf)

    # In steps, so that the recursion never gets deep.
    for total in range(amount):
        fewest(total)
    found = fewest(amount)
    return -1 if found == inf else found
