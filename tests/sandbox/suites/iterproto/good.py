class Count:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __iter__(self):
        return self

    def __next__(self):
        if self.a >= self.b:
            raise StopIteration
        self.a += 1
        return self.a - 1


class Grid:
    def __init__(self, w, h):
        self.c = {}
        self.w = w
        self.h = h

    def __setitem__(self, k, v):
        self.c[k] = v

    def __getitem__(self, k):
        return self.c.get(k, 0)

    def __delitem__(self, k):
        del self.c[k]
