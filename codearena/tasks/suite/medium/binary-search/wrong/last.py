from bisect import bisect_right


def binary_search(items, target):
    index = bisect_right(items, target) - 1
    return index if index >= 0 and items[index] == target else -1
