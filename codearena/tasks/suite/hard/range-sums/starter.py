def range_sums(numbers, operations):
    """Carry out all operations; return the results of the sums."""
    results = []
    for kind, first, second in operations:
        if kind == "set":
            numbers[first] = second
        else:
            total = 0
            for i in range(first, second):
                total += numbers[i]
            results.append(total)
    return results
