"""Tasks as objects; those that are ready are kept sorted, the next one last."""

from bisect import insort
from dataclasses import dataclass, field


@dataclass
class Task:
    number: int
    waits_for: int = 0
    followers: list = field(default_factory=list)


class Plan:
    def __init__(self, count, pairs):
        self.tasks = [Task(number) for number in range(count)]
        for before, after in set(pairs):
            self.tasks[before].followers.append(self.tasks[after])
            self.tasks[after].waits_for += 1
        self.ready = []

    def offer(self, task):
        if task.waits_for == 0:
            insort(self.ready, task, key=lambda task: -task.number)

    def run(self):
        for task in self.tasks:
            self.offer(task)
        while self.ready:
            task = self.ready.pop()
            yield task.number
            for follower in task.followers:
                follower.waits_for -= 1
                self.offer(follower)


def task_order(count, pairs):
    order = list(Plan(count, pairs).run())
    if len(order) != count:
        raise ValueError("circle")
    return order
