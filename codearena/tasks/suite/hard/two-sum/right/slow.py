def two_sum(numbers, target):
    """Compare every number with all before it: quadratic."""
    for j in range(len(numbers)):
        for i in range(j):
            if numbers[i] + numbers[j] == target:
                return (i, j)
    return None
