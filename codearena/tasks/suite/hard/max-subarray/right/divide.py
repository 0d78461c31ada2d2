"""Divide and conquer: n log n."""


def max_subarray(numbers):
    return best_between(numbers, 0, len(numbers)) if numbers else 0


def best_between(numbers, low, high):
    if high - low == 1:
        return numbers[low]
    middle = (low + high) // 2
    return max(
        best_between(numbers, low, middle),
        best_between(numbers, middle, high),
        best_from(numbers, range(middle - 1, low - 1, -1))
        + best_from(numbers, range(middle, high)),
    )


def best_from(numbers, indices):
    total = 0
    best = None
    for index in indices:
        total += numbers[index]
        best = total if best is None else max(best, total)
    return best
