def longest_increasing(numbers):
    best = length = 0
    for i, number in enumerate(numbers):
        length = length + 1 if i and numbers[i - 1] < number else 1
        best = max(best, length)
    return best
