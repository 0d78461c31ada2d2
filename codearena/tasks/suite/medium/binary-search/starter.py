def binary_search(items, target):
    """Return the first index of target in sorted items, or -1."""
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < target:
            low = middle
        else:
            high = middle
    if low < len(items) and items[low] == target:
        return low
    return -1
