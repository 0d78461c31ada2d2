"""Topological order by Kahn's algorithm, with a heap for the smallest task."""

from collections.abc import Iterable
from heapq import heappop, heappush


def task_order(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return the tasks 0 to count - 1 in the order in which they are done.

    A pair (a, b) says that a comes before b. What is done next is always
    the smallest task that waits for nothing. Raises ValueError when tasks
    wait for each other in a circle.

    >>> task_order(4, [(3, 0)])
    [1, 2, 3, 0]
    """
    followers: list[list[int]] = [[] for _ in range(count)]
    missing = [0] * count
    for before, after in pairs:
        followers[before].append(after)
        missing[after] += 1
    # Ascending, hence a heap already.
    ready = [task for task in range(count) if not missing[task]]
    order: list[int] = []
    while ready:
        task = heappop(ready)
        order.append(task)
        for after in followers[task]:
            missing[after] -= 1
            if not missing[after]:
                heappush(ready, after)
    if len(order) < count:
        raise ValueError("some tasks wait for each other in a circle")
    return order
