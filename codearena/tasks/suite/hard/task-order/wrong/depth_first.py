def task_order(count, pairs):
    needed = {task: [] for task in range(count)}
    for before, after in pairs:
        needed[after].append(before)
    order = []
    open_tasks = set()

    def visit(task):
        if task in open_tasks:
            raise ValueError("circle")
        if task not in order:
            open_tasks.add(task)
            for before in sorted(needed[task]):
                visit(before)
            open_tasks.remove(task)
            order.append(task)

    for task in range(count):
        visit(task)
    return order
