def sum_mixed(values):
    """Return the sum of numbers and of strings that spell numbers."""
    total = 0
    for value in values:
        total += value
    return total
