import enum
from dataclasses import dataclass, field
from typing import NamedTuple

LOG = []


class Kind(enum.Enum):
    TOOL = "tool"
    PART = "part"

    def plural(self):
        return self.value + "s"


class Rights(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()


@dataclass
class Item:
    name: str
    price: float
    kind: Kind = Kind.TOOL
    tags: list = field(default_factory=list)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"price of {self.name!r} is {self.price}")


@dataclass(frozen=True, order=True)
class Place:
    row: int
    shelf: str


class Stats(NamedTuple):
    count: int
    mean: float


class Stock:
    def __init__(self):
        self._items = {}

    def add(self, item):
        self._items[item.name] = item
        LOG.append(item.name)

    @property
    def value(self):
        return sum(item.price for item in self)

    def get(self, name):
        return self._items.get(name)

    def by_kind(self):
        found = {}
        for item in self:
            found.setdefault(item.kind.value, []).append(item)
        return found

    def stats(self):
        return Stats(len(self), self.value / len(self))

    def __len__(self):
        return len(self._items)

    def __contains__(self, name):
        return name in self._items

    def __getitem__(self, name):
        return self._items[name]

    def __delitem__(self, name):
        del self._items[name]

    def __iter__(self):
        return iter(self._items.values())
