"""Topological order in linear time."""

from collections import deque
from collections.abc import Iterable


def task_order(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return the tasks in an order that respects all pairs.

    Args:
        count: The number of tasks.
        pairs: Pairs of a task and one that comes after it.

    Returns:
        The numbers of the tasks.

    Raises:
        ValueError: If there is a circle.
    """
    followers: dict[int, list[int]] = {task: [] for task in range(count)}
    missing: dict[int, int] = dict.fromkeys(range(count), 0)
    for before, after in pairs:
        followers[before].append(after)
        missing[after] += 1
    ready = deque(task for task, number in missing.items() if number == 0)
    order: list[int] = []
    while ready:
        task = ready.popleft()
        order.append(task)
        for after in followers[task]:
            missing[after] -= 1
            if missing[after] == 0:
                ready.append(after)
    if len(order) != count:
        raise ValueError("the pairs form a circle")
    return order
