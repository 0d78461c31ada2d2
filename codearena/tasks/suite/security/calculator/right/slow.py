"""Split the tokens at the operator that is worked out last: quadratic."""

import re

TOKEN = re.compile(r"\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(\*\*|//|[-+*/%()]))")


def calculate(expression):
    if len(expression) > 200:
        raise ValueError("too long")
    try:
        return value(split(expression.rstrip()))
    except ArithmeticError:
        raise ValueError("no result") from None


def split(text):
    tokens = []
    position = 0
    while position < len(text):
        found = TOKEN.match(text, position)
        if not found:
            raise ValueError("unknown sign")
        number, sign = found.groups()
        if sign:
            tokens.append(sign)
        else:
            tokens.append(int(number) if number.isdigit() else float(number))
        position = found.end()
    return tokens


def value(tokens):
    i = last_outside(tokens, ("+", "-")) or last_outside(tokens, ("*", "/", "//", "%"))
    if i:
        return check(work_out(value(tokens[:i]), tokens[i], value(tokens[i + 1 :])))
    if tokens and tokens[0] == "-":
        return -value(tokens[1:])
    if tokens and tokens[0] == "+":
        return value(tokens[1:])
    i = first_power(tokens)
    if i:
        return check(power(value(tokens[:i]), value(tokens[i + 1 :])))
    if len(tokens) > 2 and tokens[0] == "(" and tokens[-1] == ")":
        return value(tokens[1:-1])
    if len(tokens) == 1 and not isinstance(tokens[0], str):
        return check(tokens[0])
    raise ValueError("not an expression")


def outside(tokens):
    """Return the indices of all tokens outside parentheses."""
    indices = []
    for i in range(len(tokens)):
        before = tokens[:i]
        if before.count("(") == before.count(")"):
            indices.append(i)
    return indices


def last_outside(tokens, operators):
    for i in reversed(outside(tokens)):
        if i > 0 and tokens[i] in operators and ends_value(tokens[i - 1]):
            return i
    return None


def ends_value(token):
    return token == ")" or not isinstance(token, str)


def first_power(tokens):
    for i in outside(tokens):
        if tokens[i] == "**":
            return i
    return None


def work_out(left, sign, right):
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    if sign == "/":
        return left / right
    if sign == "//":
        return left // right
    return left % right


def power(base, exponent):
    if not -100 <= exponent <= 100:
        raise ValueError("exponent too large")
    return base**exponent


def check(number):
    if isinstance(number, complex) or not abs(number) <= 10**50:
        raise ValueError("not a real number of this size")
    return number
