def window_maximum(numbers, size):
    if size < 1:
        raise ValueError(size)
    starts = range(0, len(numbers) - size + 1, size)
    return [max(numbers[start : start + size]) for start in starts]
