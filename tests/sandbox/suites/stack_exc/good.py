class EmptyStack(IndexError):
    pass


class Stack:
    def __init__(self, items=()):
        self._d = list(items)

    def push(self, x):
        self._d.append(x)
        return self

    def pop(self):
        if not self._d:
            raise EmptyStack("empty stack")
        return self._d.pop()

    def __len__(self):
        return len(self._d)

    def __iter__(self):
        return reversed(self._d)

    def __bool__(self):
        return bool(self._d)
