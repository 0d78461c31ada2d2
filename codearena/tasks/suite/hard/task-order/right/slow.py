def task_order(count, pairs):
    """Look for the smallest possible task again each time: cubic."""
    left = list(range(count))
    pairs = list(pairs)
    order = []
    while left:
        waiting = [after for _, after in pairs]
        possible = [task for task in left if task not in waiting]
        if not possible:
            raise ValueError("these wait for each other: " + str(left))
        task = min(possible)
        left.remove(task)
        order.append(task)
        pairs = [pair for pair in pairs if pair[0] != task]
    return order
