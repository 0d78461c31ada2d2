from dataclasses import dataclass, field


@dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = 0

    def dist(self, o):
        return abs(self.x - o.x) + abs(self.y - o.y)


@dataclass
class Cart:
    items: list = field(default_factory=list)

    def add(self, i):
        self.items.append(i)
