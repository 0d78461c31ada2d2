from dataclasses import dataclass, field


@dataclass
class D:
    a: int
    b: list = field(default_factory=list)


@dataclass(frozen=True)
class F:
    a: int
