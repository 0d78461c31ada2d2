def parse(s):
    return 0


def chk(d):
    return 0


class ParseError(Exception):
    pass
