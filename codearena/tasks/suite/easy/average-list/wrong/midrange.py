def average(numbers):
    if not numbers:
        return 0.0
    return (min(numbers) + max(numbers)) / 2
