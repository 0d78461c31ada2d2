def max_subarray(numbers):
    """Return the largest sum of a non-empty run, 0 for an empty list."""
    best = 0
    for start in range(len(numbers)):
        for end in range(start, len(numbers)):
            total = 0
            for index in range(start, end + 1):
                total += numbers[index]
            if total > best:
                best = total
    return best
