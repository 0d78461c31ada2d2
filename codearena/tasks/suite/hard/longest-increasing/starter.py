def longest_increasing(numbers):
    """Return the length of the longest increasing subsequence."""
    lengths = []
    for i in range(len(numbers)):
        longest = 0
        for j in range(i):
            if numbers[j] <= numbers[i] and lengths[j] > longest:
                longest = lengths[j]
        lengths.append(longest + 1)
    return lengths[-1]
