def average(numbers):
    """Sum a copy by taking from its front, which is quadratic."""
    left = list(numbers)
    total = 0
    while left:
        total += left.pop(0)
    return total / len(numbers) if numbers else 0.0
