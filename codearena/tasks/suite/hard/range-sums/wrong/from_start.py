def range_sums(numbers, operations):
    numbers = list(numbers)
    results = []
    for kind, first, second in operations:
        if kind == "set":
            numbers[first] = second
        else:
            results.append(sum(numbers[: second + 1]) - sum(numbers[: first + 1]))
    return results
