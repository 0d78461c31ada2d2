import sys


def out():
    print("a")
    print("b", file=sys.stderr)
