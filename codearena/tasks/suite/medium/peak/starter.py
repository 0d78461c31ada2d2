def peak(heights):
    """Return the index of an item that is not smaller than its neighbours, -1 for an empty list."""
    for index, height in enumerate(heights):
        if heights[index - 1] <= height >= heights[index + 1]:
            return index
    return -1
