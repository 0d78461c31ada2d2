def longest_increasing(numbers):
    """Look at everything before each number: quadratic."""
    lengths = []
    for i in range(len(numbers)):
        before = [lengths[j] for j in range(i) if numbers[j] < numbers[i]]
        lengths.append(1 + max(before, default=0))
    return max(lengths, default=0)
