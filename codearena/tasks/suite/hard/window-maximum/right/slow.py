def window_maximum(numbers, size):
    """Look at every item of every window: quadratic."""
    if size < 1:
        raise ValueError("size below 1: " + str(size))
    maxima = []
    for start in range(len(numbers) - size + 1):
        largest = numbers[start]
        for number in numbers[start : start + size]:
            if number > largest:
                largest = number
        maxima.append(largest)
    return maxima
