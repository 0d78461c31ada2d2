def peak(heights):
    def between(low, high):
        if low >= high:
            return high
        middle = (low + high) // 2
        if heights[middle] < heights[middle + 1]:
            return between(middle + 1, high)
        return between(low, middle)

    return between(0, len(heights) - 1)
