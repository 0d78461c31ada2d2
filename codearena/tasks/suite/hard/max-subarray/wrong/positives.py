def max_subarray(numbers):
    positives = [number for number in numbers if number > 0]
    return sum(positives) if positives else max(numbers, default=0)
