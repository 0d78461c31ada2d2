def window_maximum(numbers, size):
    """Return the largest number of each window of a size."""
    result = []
    for start in range(len(numbers) - size):
        largest = numbers[start]
        for i in range(start, start + size):
            if numbers[i] > largest:
                largest = numbers[i]
        result.append(largest)
    return result
