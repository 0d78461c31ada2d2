"""A recursive-descent parser that works out values as it reads."""

import re
from operator import add, floordiv, mod, mul, sub, truediv

NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
SUMS = {"+": add, "-": sub}
PRODUCTS = {"*": mul, "//": floordiv, "/": truediv, "%": mod}


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.skip_spaces()

    def skip_spaces(self):
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    def take(self, *signs):
        """Return the first sign that comes next and step over it, or None."""
        for sign in signs:
            if self.text.startswith(sign, self.at):
                self.at += len(sign)
                self.skip_spaces()
                return sign
        return None

    def parse(self):
        result = self.sum()
        if self.at != len(self.text):
            raise ValueError(f"unexpected {self.text[self.at]!r}")
        return result

    def sum(self):
        result = self.product()
        while sign := self.take(*SUMS):
            result = bounded(SUMS[sign](result, self.product()))
        return result

    def product(self):
        result = self.factor()
        while sign := self.take(*PRODUCTS):
            result = bounded(PRODUCTS[sign](result, self.factor()))
        return result

    def factor(self):
        sign = self.take("+", "-")
        if sign:
            return -self.factor() if sign == "-" else self.factor()
        base = self.atom()
        if not self.take("**"):
            return base
        exponent = self.factor()
        if abs(exponent) > 100:
            raise ValueError("exponent out of range")
        return bounded(base**exponent)

    def atom(self):
        if self.take("("):
            result = self.sum()
            if not self.take(")"):
                raise ValueError("missing )")
            return result
        found = NUMBER.match(self.text, self.at)
        if not found:
            raise ValueError("number expected")
        self.at = found.end()
        self.skip_spaces()
        digits = found.group()
        return bounded(int(digits) if digits.isdigit() else float(digits))


def bounded(number):
    if isinstance(number, complex) or not -(10**50) <= number <= 10**50:
        raise ValueError("out of range")
    return number


def calculate(expression):
    if len(expression) > 200:
        raise ValueError("too long")
    try:
        return Parser(expression).parse()
    except (ZeroDivisionError, OverflowError) as error:
        raise ValueError(str(error)) from error
