def range_sums(numbers, operations):
    """Copy the list for every change, add up every range item by item: quadratic."""
    results = []
    for kind, first, second in operations:
        if kind == "sum":
            total = 0
            for index in range(first, second + 1):
                total += numbers[index]
            results.append(total)
        else:
            numbers = numbers[:first] + [second] + numbers[first + 1 :]
    return results
