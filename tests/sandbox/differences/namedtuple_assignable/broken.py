from typing import NamedTuple


class Frozen(NamedTuple):
    x: int = 1


def point():
    return Frozen()
