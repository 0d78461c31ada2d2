def task_order(count, pairs):
    """Return all tasks in the order in which they are done."""
    order = []
    for _ in range(count):
        for task in range(count):
            needed = [before for before, after in pairs if after == task]
            if task not in order and all(each in order for each in needed):
                order.append(task)
    return order
