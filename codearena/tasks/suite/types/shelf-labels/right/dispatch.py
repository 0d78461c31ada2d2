from functools import singledispatch


@singledispatch
def label(code):
    raise TypeError("neither text nor number")


@label.register
def _(code: str):
    if not code.strip():
        raise ValueError("no text")
    return code.strip().upper()


@label.register
def _(code: int):
    if code < 0:
        raise ValueError("negative")
    return "%04d" % code


@label.register
def _(code: bool):
    raise TypeError("a truth value")


def shelf_labels(codes):
    return list(map(label, codes))
