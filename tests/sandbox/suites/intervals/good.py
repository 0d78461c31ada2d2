import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True, repr=False)
class Interval:
    low: float
    high: float

    def __post_init__(self):
        if self.low > self.high:
            raise ValueError(f"{self!r} is no interval")

    @classmethod
    def parse(cls, text):
        match = re.fullmatch(r"\[([-\d.]+), ([-\d.]+)\)", text)
        if not match:
            raise ValueError(f"what is {text}?")
        return cls(float(match[1]), float(match[2]))

    @property
    def length(self):
        return self.high - self.low

    def __contains__(self, x):
        return self.low <= x < self.high

    def __and__(self, other):
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low < high else EMPTY

    def __or__(self, other):
        if max(self.low, other.low) > min(self.high, other.high):
            raise ValueError("they do not touch")
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __add__(self, x):
        return Interval(self.low + x, self.high + x)

    def __sub__(self, x):
        return self + -x

    def __mul__(self, x):
        return Interval(self.low * x, self.high * x)

    def __bool__(self):
        return self.low < self.high

    def __iter__(self):
        return iter((self.low, self.high))

    def __repr__(self):
        return f"[{self.low}, {self.high})"


EMPTY = Interval(0, 0)


class IntervalSet:
    def __init__(self):
        self._held = []

    def add(self, low, high):
        new, rest = Interval(low, high), []
        for each in self._held:
            if each.low <= new.high and new.low <= each.high:
                new = new | each
            else:
                rest.append(each)
        self._held = sorted([*rest, new])
        return self

    def remove(self, low, high):
        rest = []
        for each in self._held:
            if each.low < low:
                rest.append(Interval(each.low, min(each.high, low)))
            if each.high > high:
                rest.append(Interval(max(each.low, high), each.high))
        self._held = rest

    def total(self):
        return sum(each.length for each in self)

    def gaps(self):
        return [Interval(a.high, b.low) for a, b in zip(self._held, self._held[1:])]

    def __len__(self):
        return len(self._held)

    def __iter__(self):
        return iter(self._held)

    def __getitem__(self, i):
        return self._held[i]

    def __contains__(self, x):
        return any(x in each for each in self)

    def __eq__(self, other):
        return self._held == other._held
