class V:
    def __init__(self, *c):
        self.c = tuple(c)

    def __add__(self, o):
        return V(*[a + b for a, b in zip(self.c, o.c)])

    def __mul__(self, k):
        return V(*[a * k for a in self.c])

    __rmul__ = __mul__

    def __eq__(self, o):
        return isinstance(o, V) and self.c == o.c

    def __abs__(self):
        return sum(a * a for a in self.c) ** 0.5

    def __getitem__(self, i):
        return self.c[i]

    def __len__(self):
        return len(self.c)

    def __repr__(self):
        return f"V{self.c}"

    def __hash__(self):
        return hash(self.c)

    def __contains__(self, x):
        return x in self.c

    def __call__(self, i):
        return self.c[i]
