from bisect import bisect_left


def peak(heights):
    """Search for the first item behind which it does not rise."""
    last = len(heights) - 1
    return bisect_left(range(last), True, key=lambda index: heights[index] >= heights[index + 1]) if heights else -1
