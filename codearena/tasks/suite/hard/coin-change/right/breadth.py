"""Breadth-first: all amounts that one coin makes, then two, and so on."""


def fewest_coins(coins, amount):
    reached = {0}
    front = {0}
    count = 0
    while front and amount not in front:
        count += 1
        front = {total + coin for total in front for coin in coins} - reached
        front = {total for total in front if total <= amount}
        reached |= front
    return count if front else -1
