class Timer:
    def __enter__(self):
        self.on = True
        self.log = ["in"]
        return self

    def __exit__(self, t, v, tb):
        self.log.append(t.__name__ if t else None)
        self.on = False
        return t is KeyError


import contextlib


@contextlib.contextmanager
def tag(out, n):
    out.append(f"<{n}>")
    try:
        yield n.upper()
    finally:
        out.append(f"</{n}>")
