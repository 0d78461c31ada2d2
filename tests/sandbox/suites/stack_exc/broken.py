class EmptyStack(ValueError):
    pass


class Stack:
    def __init__(self, items=()):
        self._d = list(items)

    def push(self, x):
        self._d.append(x)

    def pop(self):
        return self._d.pop(0)

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(self._d)
