import collections.abc


class Seq(collections.abc.Sequence):
    def __init__(self, xs):
        self.xs = xs

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]


class Map(collections.abc.Mapping):
    def __init__(self, **k):
        self.d = k

    def __getitem__(self, k):
        return self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


def gen():
    yield 1
