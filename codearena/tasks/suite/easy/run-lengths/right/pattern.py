import re

RUN = re.compile(r"(.)\1*", re.DOTALL)


def run_lengths(text):
    return [(found[1], len(found[0])) for found in RUN.finditer(text)]
