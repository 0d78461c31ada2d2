import heapq
import itertools
import operator


def chunks(xs, size):
    if size < 1:
        raise ValueError(size)
    xs = iter(xs)
    while chunk := list(itertools.islice(xs, size)):
        yield chunk


def window(xs, size):
    held = []
    for x in xs:
        held.append(x)
        if len(held) == size:
            yield tuple(held)
            del held[0]


def flatten(xs):
    for x in xs:
        if isinstance(x, (list, tuple)):
            yield from flatten(x)
        else:
            yield x


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


def merge(*many):
    return heapq.merge(*many)


def average():
    total = count = 0
    mean = None
    while True:
        try:
            x = yield mean
        except KeyError:
            total = count = mean = 0
            continue
        total += x
        count += 1
        mean = total / count


def running(xs, f=operator.add):
    return itertools.accumulate(xs, f) if f is not operator.add else _sums(xs)


def _sums(xs):
    total = None
    for x in xs:
        total = x if total is None else total + x
        yield total


class Countdown:
    def __init__(self, left):
        self.left = left

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left + 1


class Tree:
    def __init__(self, value):
        self.value, self.left, self.right = value, None, None

    def add(self, value):
        if value == self.value:
            return
        side = "left" if value < self.value else "right"
        if getattr(self, side):
            getattr(self, side).add(value)
        else:
            setattr(self, side, Tree(value))

    def __iter__(self):
        yield from self.left or ()
        yield self.value
        yield from self.right or ()

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __contains__(self, value):
        return value in iter(self)

    def __len__(self):
        return sum(1 for _ in self)


def squares(n):
    return (x * x for x in range(n))


def evens(xs):
    return filter(lambda x: x % 2 == 0, xs)


def pairs(xs):
    return itertools.combinations(xs, 2)
