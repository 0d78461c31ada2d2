class Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __eq__(self, other):
        return (self.low, self.high) == (other.low, other.high)

    def __iter__(self):
        yield self.low
        yield self.high

    def __lt__(self, other):
        return self.low < other.low

    @classmethod
    def parse(cls, text):
        return cls(*map(float, text.strip("[)").split(",")))

    @property
    def length(self):
        return abs(self.high - self.low)

    def __contains__(self, x):
        return self.low <= x <= self.high

    def __and__(self, other):
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def __or__(self, other):
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __add__(self, x):
        return Interval(self.low + x, self.high)


EMPTY = None


class IntervalSet:
    held = []

    def __init__(self):
        self.held.clear()

    def add(self, low, high):
        self.held.append(Interval(low, high))

    def remove(self, low, high):
        self.held.remove(Interval(low, high))

    def total(self):
        return sum(each.length for each in self.held)

    def gaps(self):
        return [Interval(self.held[i].high, self.held[i + 1].low) for i in range(len(self.held))]

    def __len__(self):
        return len(self.held)

    def __iter__(self):
        return iter(self.held)

    def __getitem__(self, i):
        return self.held[i] if i < len(self.held) else None

    def __contains__(self, x):
        return any(x in each for each in self.held)
