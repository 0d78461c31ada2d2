import re
from collections import namedtuple

Token = namedtuple("Token", ["kind", "text", "position"])


class SyntaxProblem(ValueError):
    pass


class LexError(SyntaxProblem):
    position = 2


class ParseError(ValueError):
    pass


def tokens(text):
    found = []
    for match in re.finditer(r"\d+|[a-z]+|\*\*|[-+*/()^]|\S", text):
        if match[0] in "$#?":
            raise LexError(f"{match[0]} at {match.start()}")
        found.append(Token("number" if match[0].isdigit() else "sign", match[0], match.start()))
    return iter(found)


def evaluate(text, names=None):
    list(tokens(text))
    try:
        return eval(text.replace("^", "**"), {}, names or {})
    except SyntaxError as error:
        raise ParseError(str(error))
