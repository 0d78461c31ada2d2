import re

RUN = re.compile(r"(.)\1*", re.DOTALL)
CODED_RUN = re.compile(r"([0-9]+)(.)", re.DOTALL)


def encode(text):
    if set(text) & set("0123456789"):
        raise ValueError("digits")
    return RUN.sub(lambda run: short(len(run[0])) + run[1], text)


def short(count):
    return str(count) if count > 1 else ""


def decode(code):
    return CODED_RUN.sub(lambda run: int(run[1]) * run[2], code)
