def peak(heights):
    return max(heights, default=-1)
