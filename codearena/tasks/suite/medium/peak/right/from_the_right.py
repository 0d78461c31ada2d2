def peak(heights):
    """Halve, and prefer the part on the right."""
    if not heights:
        return -1
    first, last = 0, len(heights) - 1
    while first != last:
        middle = (first + last + 1) // 2
        if heights[middle - 1] > heights[middle]:
            last = middle - 1
        else:
            first = middle
    return first
