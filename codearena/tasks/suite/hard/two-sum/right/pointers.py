"""Sort the indices by value and close in on the sum from both sides."""

from itertools import groupby


def two_sum(numbers, target):
    by_value = sorted(range(len(numbers)), key=numbers.__getitem__)
    places = [list(group)[:2] for _, group in groupby(by_value, numbers.__getitem__)]
    pairs = []
    low, high = 0, len(places) - 1
    while low <= high:
        total = numbers[places[low][0]] + numbers[places[high][0]]
        if total == target and low < high:
            pairs.append(sorted((places[low][0], places[high][0])))
        elif total == target and len(places[low]) == 2:
            pairs.append(places[low])
        if total <= target:
            low += 1
        else:
            high -= 1
    return tuple(min(pairs, key=lambda pair: pair[::-1])) if pairs else None
