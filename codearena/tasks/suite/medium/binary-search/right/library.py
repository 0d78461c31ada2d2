from bisect import bisect_left


def binary_search(items, target):
    index = bisect_left(items, target)
    return index if items[index : index + 1] == [target] else -1
