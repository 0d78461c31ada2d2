class Stack:
    """Knows the largest of what it holds."""

    def __init__(self):
        self.items = []

    def push(self, number):
        largest = max(number, self.items[-1][1]) if self.items else number
        self.items.append((number, largest))


class Queue:
    """Two stacks, one to put in and one to take out."""

    def __init__(self):
        self.back, self.front = Stack(), Stack()

    def push(self, number):
        self.back.push(number)

    def drop(self):
        if not self.front.items:
            while self.back.items:
                self.front.push(self.back.items.pop()[0])
        self.front.items.pop()

    def largest(self):
        tops = [stack.items[-1][1] for stack in (self.back, self.front) if stack.items]
        return max(tops)


def window_maximum(numbers, size):
    if size < 1:
        raise ValueError("size")
    queue = Queue()
    result = []
    for place, number in enumerate(numbers):
        queue.push(number)
        if place >= size:
            queue.drop()
        if place >= size - 1:
            result.append(queue.largest())
    return result
