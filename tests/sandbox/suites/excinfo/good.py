class ParseError(ValueError):
    def __init__(self, msg, line):
        super().__init__(f"{msg} at {line}")
        self.line = line


def parse(s):
    try:
        return int(s)
    except ValueError as e:
        raise ParseError("bad", 3) from e


def chk(d):
    if "k" not in d:
        raise KeyError("k")
    return d["k"]
