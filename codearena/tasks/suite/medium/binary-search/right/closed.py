def binary_search(items, target):
    """Keep both ends inside the list and remember the best match."""
    found = -1
    first, last = 0, len(items) - 1
    while first <= last:
        middle = first + (last - first) // 2
        if items[middle] > target:
            last = middle - 1
        elif items[middle] < target:
            first = middle + 1
        else:
            found = middle
            last = middle - 1
    return found
