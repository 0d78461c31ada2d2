from itertools import accumulate


def range_sums(numbers, operations):
    """Sum up prefixes once, before anything is set."""
    totals = list(accumulate(numbers, initial=0))
    return [
        totals[last + 1] - totals[first]
        for kind, first, last in operations
        if kind == "sum"
    ]
