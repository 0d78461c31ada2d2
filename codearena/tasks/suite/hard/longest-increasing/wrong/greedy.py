def longest_increasing(numbers):
    """Take every number that is larger than the last one taken."""
    best = 0
    for start in range(len(numbers)):
        last = numbers[start]
        taken = 1
        for number in numbers[start:]:
            if number > last:
                last = number
                taken += 1
        best = max(best, taken)
    return best
