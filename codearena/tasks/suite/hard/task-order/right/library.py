from graphlib import TopologicalSorter
from heapq import heappop, heappush


def task_order(count, pairs):
    sorter = TopologicalSorter({task: () for task in range(count)})
    for before, after in pairs:
        sorter.add(after, before)
    sorter.prepare()
    ready = []
    order = []
    while sorter.is_active():
        for task in sorter.get_ready():
            heappush(ready, task)
        order.append(heappop(ready))
        sorter.done(order[-1])
    return order
