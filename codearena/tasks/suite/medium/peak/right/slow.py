def peak(heights):
    """Take the largest item of all, which is a peak."""
    best = -1
    for index, height in enumerate(heights):
        if best == -1 or height > heights[best]:
            best = index
    return best
