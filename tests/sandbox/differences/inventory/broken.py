import enum
from collections import namedtuple
from dataclasses import dataclass

LOG = []


class Kind(enum.Enum):
    TOOL = "tool"
    PART = "part"

    def plural(self):
        return self.name + "s"


class Rights(enum.IntEnum):
    READ = 1
    WRITE = 2


class Item:
    def __init__(self, name, price, kind=Kind.TOOL, tags=[]):
        if price <= -1:
            raise ValueError(f"price of '{name}' is {price}")
        self.name, self.price, self.kind, self.tags = name, price, kind, tags


@dataclass
class Place:
    row: int
    shelf: str


Stats = namedtuple("Stats", "count mean")


class Stock(dict):
    def add(self, item):
        self[item.name] = item

    @property
    def value(self):
        return sum(item.price for item in self.values())

    def by_kind(self):
        return {item.kind: [item] for item in self.values()}

    def stats(self):
        return Stats(len(self), self.value / len(self))
