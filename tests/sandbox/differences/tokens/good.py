import logging
import re
import warnings
from typing import NamedTuple

log = logging.getLogger("calculator")


class SyntaxProblem(ValueError):
    pass


class LexError(SyntaxProblem):
    def __init__(self, letter, position):
        super().__init__(f"{letter!r} at {position}")
        self.position = position


class ParseError(SyntaxProblem):
    pass


class Token(NamedTuple):
    kind: str
    text: str
    position: int


PATTERN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]+)|(?P<sign>\*\*|[-+*/^()])|(?P<other>.))")


def tokens(text):
    for match in PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == "other":
            raise LexError(match[kind], match.start(kind))
        yield Token(kind, match[kind], match.start(kind))


class Parser:
    def __init__(self, text, names):
        self.left, self.names = list(tokens(text)), names

    def peek(self):
        return self.left[0].text if self.left else ""

    def take(self):
        if not self.left:
            raise ParseError("it ends too early")
        return self.left.pop(0)

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take().text == "+" else value - self.product()
        return value

    def product(self):
        value = self.minus()
        while self.peek() in ("*", "/"):
            value = value * self.minus() if self.take().text == "*" else value / self.minus()
        return value

    def minus(self):
        if self.peek() == "-":
            self.take()
            return -self.minus()
        return self.power()

    def power(self):
        value = self.atom()
        if self.peek() in ("**", "^"):
            if self.take().text == "^":
                warnings.warn("use ** instead of ^", DeprecationWarning)
            value **= self.minus()
        return value

    def atom(self):
        token = self.take()
        if token.kind == "number":
            return float(token.text)
        if token.kind == "name":
            try:
                return self.names[token.text]
            except KeyError as error:
                raise NameError(f"what is {token.text!r}?") from error
        if token.text != "(":
            raise ParseError(f"{token.text} is out of place")
        value = self.sum()
        if self.take().text != ")":
            raise ParseError("not closed")
        return value


def evaluate(text, names={}):
    parser = Parser(text, names)
    value = parser.sum()
    if parser.left:
        raise ParseError("something is left over")
    log.debug("%g = %s", value, text)
    return value
