from functools import singledispatch


@singledispatch
def number(value):
    raise TypeError(f"no number: {value!r}")


@number.register
def _(value: int):
    return value


@number.register
def _(value: float):
    return value


@number.register
def _(value: bool):
    raise TypeError("a truth value is no number")


@number.register
def _(value: str):
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            pass
    raise ValueError(f"no number: {value!r}")


def sum_mixed(values):
    return sum(map(number, values))
