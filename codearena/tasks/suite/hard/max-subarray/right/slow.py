def max_subarray(numbers):
    """Extend a running total from every start: quadratic."""
    best = max(numbers, default=0)
    for start in range(len(numbers)):
        total = 0
        for number in numbers[start:]:
            total += number
            best = max(best, total)
    return best
