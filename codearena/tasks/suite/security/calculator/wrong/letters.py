import re


def calculate(expression):
    if not re.fullmatch(r"[0-9.eE+\-*/%() ]*", expression):
        raise ValueError("unexpected character")
    return eval(expression)
