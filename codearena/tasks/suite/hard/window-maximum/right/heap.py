from heapq import heappop, heappush


def window_maximum(numbers, size):
    if size <= 0:
        raise ValueError("size must be positive")
    heap = []
    maxima = []
    for end, number in enumerate(numbers, 1):
        heappush(heap, (-number, end))
        while heap[0][1] <= end - size:
            heappop(heap)
        if end >= size:
            maxima.append(-heap[0][0])
    return maxima
