import json


def fail(kind):
    if kind == "json":
        json.loads("{")
    if kind == "unicode":
        b"\xff".decode()
    if kind == "os":
        open_ = FileNotFoundError(2, "No such file", "f.txt")
        raise open_
    if kind == "context":
        try:
            {}["k"]
        except KeyError:
            raise ValueError("while")
    if kind == "note":
        e = ValueError("v")
        e.add_note("a note")
        raise e
    if kind == "kbd":
        raise KeyboardInterrupt


def errors():
    return [ValueError("a")]
