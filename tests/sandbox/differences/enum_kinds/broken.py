import enum


class Color(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Word(str, enum.Enum):
    A = "a"
    B = "b"


class Perm(enum.Flag):
    R = 1
    W = 2
