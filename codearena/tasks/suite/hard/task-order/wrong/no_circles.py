from heapq import heappop, heappush


def task_order(count, pairs):
    after = [set() for _ in range(count)]
    before = [set() for _ in range(count)]
    for a, b in pairs:
        after[a].add(b)
        before[b].add(a)
    heap = [task for task in range(count) if not before[task]]
    order = []
    while heap:
        task = heappop(heap)
        order.append(task)
        for each in after[task]:
            before[each].discard(task)
            if not before[each]:
                heappush(heap, each)
    return order
