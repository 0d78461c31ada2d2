def binary_search(items, target):
    """Look at one item after the other."""
    for index, item in enumerate(items):
        if item == target:
            return index
    return -1
