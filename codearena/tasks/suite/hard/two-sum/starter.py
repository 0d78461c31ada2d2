def two_sum(numbers, target):
    """Return the indices of two numbers with the sum target, or None."""
    for i in range(len(numbers)):
        for j in range(i, len(numbers)):
            if numbers[i] + numbers[j] == target:
                return i, j
    return None
