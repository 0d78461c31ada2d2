class Frozen:
    __slots__ = ("_x",)

    def __init__(self):
        object.__setattr__(self, "_x", 1)

    @property
    def x(self):
        return self._x


def point():
    return Frozen()
