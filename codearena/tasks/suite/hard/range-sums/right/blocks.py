"""Blocks of about the square root of the length, and their sums."""

from math import isqrt


def range_sums(numbers, operations):
    numbers = list(numbers)
    width = isqrt(len(numbers)) + 1
    blocks = [
        sum(numbers[at : at + width]) for at in range(0, len(numbers) + width, width)
    ]

    def before(end):
        whole = end // width
        return sum(blocks[:whole]) + sum(numbers[whole * width : end])

    results = []
    for operation in operations:
        match operation:
            case "sum", first, last:
                results.append(before(last + 1) - before(first))
            case "set", index, value:
                blocks[index // width] += value - numbers[index]
                numbers[index] = value
    return results
