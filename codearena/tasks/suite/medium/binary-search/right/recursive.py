def binary_search(items, target):
    def first_not_less(low, high):
        if low == high:
            return low
        middle = (low + high) // 2
        if items[middle] < target:
            return first_not_less(middle + 1, high)
        return first_not_less(low, middle)

    index = first_not_less(0, len(items))
    if index == len(items) or items[index] != target:
        return -1
    return index
