def two_sum(numbers, target):
    """Give every number the first place of its complement, then pick."""
    last_first = {number: i for i, number in reversed(list(enumerate(numbers)))}
    pairs = (
        (last_first[target - number], j)
        for j, number in enumerate(numbers)
        if last_first.get(target - number, j) < j
    )
    return next(pairs, None)
