from collections import deque


class Window:
    """A run of characters that drops from the left what would repeat."""

    def __init__(self):
        self.queue = deque()
        self.held = set()

    def push(self, char):
        while char in self.held:
            self.held.remove(self.queue.popleft())
        self.queue.append(char)
        self.held.add(char)


def longest_unique(text):
    window = Window()
    length = end = 0
    for position, char in enumerate(text, 1):
        window.push(char)
        if len(window.queue) > length:
            length, end = len(window.queue), position
    return text[end - length : end]
